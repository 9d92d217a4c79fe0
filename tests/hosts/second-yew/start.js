import start from './second-yew.js';

await start();
