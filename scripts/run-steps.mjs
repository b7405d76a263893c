import { ensureChromium } from './chromium.mjs';
import { print, say, seconds } from './say.mjs';
import { runStep } from './step.mjs';
import { oneFailure } from './tally.mjs';

/** Runs the steps in order and answers `{ passed, failed, failures }` over all of them. */
export async function runSteps({ root, steps }) {
  const total = { passed: 0, failed: 0, failures: [] };
  const failedGroups = new Set();
  for await (const step of steps) {
    const began = performance.now();
    print();
    say(`── ${step.name}`);
    const result = await attempt({ root, step, failedGroups });
    if (result.failed > 0) failedGroups.add(step.group);
    total.passed += result.passed;
    total.failed += result.failed;
    total.failures.push(...result.failures);
    say(`── ${step.name}: ${result.passed} passed, ${result.failed} failed in ${seconds(began)} s`);
  }
  return total;
}

async function attempt({ root, step, failedGroups }) {
  const missing = step.needs?.find((group) => failedGroups.has(group));
  if (missing) return oneFailure(step.name, `not run: the ${missing} failed`);
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
  if (!step.needsChromium) return runStep({ root, step, env });
  try {
    const { executable } = await ensureChromium({ root, log: say });
    return runStep({
      root,
      step,
      env: { ...env, ...(executable && { E2E_CHROMIUM: executable }) },
    });
  } catch (error) {
    return oneFailure(step.name, error.message);
  }
}
