import './node-version.mjs';
import path from 'node:path';

const { ensureInstalled } = await import('./install.mjs');
const { print, say } = await import('./say.mjs');
const { groups, steps } = await import('./steps.mjs');

const root = path.resolve(import.meta.dirname, '..');
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !groups.includes(name));
if (unknown.length > 0) {
  print(`There is no step “${unknown.join('”, “')}”. There are: ${groups.join(', ')}`);
  process.exit(1);
}

let total;
try {
  await ensureInstalled({ root, log: say });
  const { runSteps } = await import('./run-steps.mjs');
  const chosen = steps.filter(({ group }) => wanted.length === 0 || wanted.includes(group));
  total = await runSteps({ root, steps: chosen });
} catch (error) {
  total = { passed: 0, failed: 1, failures: [error.message] };
}
print();
for (const failure of total.failures) print(`FAILED  ${failure}`);
print(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);
