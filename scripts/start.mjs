import './node-version.mjs';

const { launch } = await import('./launch.mjs');
await launch({ mode: process.argv.includes('--dev') ? 'development' : 'production' });
