import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again every `everyMs` until the answer is truthy, and returns it; undefined once `withinMs` are over. */
export async function until(question, { withinMs, everyMs = 25 }) {
  const deadline = performance.now() + withinMs;
  async function ask() {
    const answer = await question();
    if (answer) return answer;
    if (performance.now() >= deadline) return undefined;
    await sleep(everyMs);
    return ask();
  }
  return ask();
}
