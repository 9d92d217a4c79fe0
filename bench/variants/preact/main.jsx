import { render } from 'preact';

import { App } from './App.jsx';

const app = document.getElementById('app');
render(<App src={app.dataset.src} />, app);
