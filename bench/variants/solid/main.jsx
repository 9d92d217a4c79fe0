import { render } from 'solid-js/web';

import { App } from './App.jsx';

const app = document.getElementById('app');
render(() => <App src={app.dataset.src} />, app);
