import path from 'node:path';

const minutes = (count) => count * 60_000;

/**
 * Everything that `npm test` does, in order. A step that has a `report` counts the tests in it (`suite` says whose
 * format); one without counts as one. `group` is what can be asked for: `npm test -- journeys`.
 */
export const steps = [
  { group: 'check', name: 'format and lint', run: [['biome', 'ci', '.']] },
  {
    group: 'check',
    name: 'types',
    run: [
      ['next', 'typegen'],
      ['tsc', '--noEmit', '-p', '.'],
    ],
  },
  { group: 'check', name: 'boundaries', run: [['node', '.config/check-boundaries.mjs']] },
  { group: 'check', name: 'unused code', run: [['knip', '--config', '.config/knip.json']] },
  vitest({ group: 'check', name: 'rule tests', project: 'unit', withinMs: minutes(5) }),
  vitest({ group: 'database', name: 'database tests', project: 'db', withinMs: minutes(12) }),
  {
    group: 'build',
    name: 'production build',
    run: [['node', 'scripts/build.mjs']],
    withinMs: minutes(6),
  },
  {
    group: 'journeys',
    name: 'browser journeys',
    run: [['playwright', 'test', '-c', 'e2e/playwright.config.ts']],
    suite: 'playwright',
    report: reportFile('journeys'),
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: reportFile('journeys') },
    needs: ['build'],
    needsChromium: true,
    withinMs: minutes(30),
  },
  {
    ...vitest({ group: 'hard', name: 'hardness', project: 'hard', withinMs: minutes(16) }),
    needs: ['build'],
  },
];

export const groups = [...new Set(steps.map((step) => step.group))];

/** The program and arguments of one command of a step: everything runs under the Node that we run under. */
export function commandLine(root, [program, ...args]) {
  if (program === 'node') return [process.execPath, args];
  return [process.execPath, [path.join(root, 'node_modules', '.bin', program), ...args]];
}

function vitest({ project, ...step }) {
  const report = reportFile(step.group === 'check' ? 'rules' : step.group);
  const args = ['run', '--config', '.config/vitest.config.ts', '--project', project];
  const reporters = ['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${report}`];
  return { ...step, run: [['vitest', ...args, ...reporters]], suite: 'vitest', report };
}

function reportFile(name) {
  return path.resolve(import.meta.dirname, '..', '.test', 'reports', `${name}.json`);
}
