import './node-version.mjs';

const { runPart } = await import('./run-part.mjs');
await runPart(process.argv[2]);
