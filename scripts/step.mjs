import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { commandLine } from './steps.mjs';
import { oneFailure, tally } from './tally.mjs';

const DEFAULT_LIMIT_MS = 300_000;

/** Runs one step to its end, with its output where ours goes, and counts what it did. */
export async function runStep({ root, step, env }) {
  if (step.report) {
    mkdirSync(path.dirname(step.report), { recursive: true });
    rmSync(step.report, { force: true });
  }
  const limit = AbortSignal.timeout(step.withinMs ?? DEFAULT_LIMIT_MS);
  let code = 0;
  try {
    for await (const words of step.run) {
      const [command, args] = commandLine(root, words);
      const result = await run(command, args, {
        cwd: root,
        env: { ...env, ...step.env },
        signal: limit,
      });
      code = result.code;
      if (code !== 0) break;
    }
  } catch (error) {
    if (!limit.aborted) return oneFailure(step.name, error.message);
    code = `cut off after ${(step.withinMs ?? DEFAULT_LIMIT_MS) / 60_000} minutes`;
  }
  return tally(step, code);
}
