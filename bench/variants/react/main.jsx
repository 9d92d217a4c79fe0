import { createRoot } from 'react-dom/client';

import { App } from './App.jsx';

const app = document.getElementById('app');
createRoot(app).render(<App src={app.dataset.src} />);
