import { seconds } from './say.mjs';

const EVERY_MS = 15_000;

/** Says every fifteen seconds that something is still going on, until `work` is done. */
export async function withPatience(log, what, work) {
  const began = performance.now();
  const watch = setInterval(() => log(`still ${what}, ${seconds(began)} s`), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(watch);
  }
}
