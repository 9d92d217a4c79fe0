import { mount } from 'svelte';

import App from './App.svelte';

const app = document.getElementById('app');
mount(App, { target: app, props: { src: app.dataset.src } });
