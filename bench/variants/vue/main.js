import { createApp } from 'vue';

import App from './App.vue';

const app = document.getElementById('app');
createApp(App, { src: app.dataset.src }).mount(app);
