import './node-version.mjs';

process.argv.push('check');
await import('./test.mjs');
