import './node-version.mjs';
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const { ensureInstalled } = await import('./install.mjs');
const { say } = await import('./say.mjs');

// `npm run screenshots [-- inbox phone]`: takes the pictures of the README's tour, all or those named, of a demo of
// its own. They show what is built now, so that they stay true.
const root = path.resolve(import.meta.dirname, '..');
const home = path.join(root, '.test', 'tour');
const target = path.join(root, 'docs', 'tour');
const at = {
  host: '127.0.0.1',
  web: Number(process.env.TOUR_PORT ?? 4110),
  sandbox: Number(process.env.TOUR_SANDBOX_PORT ?? 4111),
};

await ensureInstalled({ root, log: say });
const { ensureBuilt } = await import('./build.mjs');
const { ensureChromium } = await import('./chromium.mjs');
const { startStack } = await import('./stack.mjs');
const { testSource } = await import('./test-settings.mjs');
const { takeTour } = await import('./tour/take.mjs');

await ensureBuilt({ root, log: say });
const { executable } = await ensureChromium({ root, log: say });
// Time runs as in real life: what is in doubt stays so for as long as the pictures take.
const source = testSource({ TIME_SCALE: '1' });
const stack = await startStack({
  ...{ root, home, at, source, log: say },
  ...{ fresh: true, fast: true, logs: true, hideDotEnv: true },
});
try {
  mkdirSync(target, { recursive: true });
  await takeTour({ stack, executable, target, only: process.argv.slice(2), log: say });
} finally {
  await stack.stop();
}
process.exit(0);
