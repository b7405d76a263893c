import { until } from './until.mjs';

/** Waits until `url` answers 200; false when it did not within `withinMs` or `isHopeless()` came true. */
export async function answersOk(url, { withinMs, isHopeless = () => false }) {
  let ok = false;
  await until(
    async () => {
      ok = await isOk(url);
      return ok || isHopeless();
    },
    { withinMs, everyMs: 100 },
  );
  return ok;
}

async function isOk(url) {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}
