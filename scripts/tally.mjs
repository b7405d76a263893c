import { readFileSync } from 'node:fs';

const readers = { vitest: fromVitest, playwright: fromPlaywright };

/**
 * What a step did: `{ passed, failed, failures }`. A suite that ran no test, or that failed although each of its
 * tests passed, counts as one failure: silence is not success.
 */
export function tally({ name, suite, report }, exitCode) {
  if (!suite)
    return exitCode === 0 ? { passed: 1, failed: 0, failures: [] } : oneFailure(name, exitCode);
  const tests = readReport(suite, report);
  const failures = tests.filter((test) => !test.ok).map((test) => `${name}: ${test.title}`);
  const passed = tests.length - failures.length;
  if (tests.length === 0) failures.push(`${name}: no test was run (${exitCode})`);
  else if (failures.length === 0 && exitCode !== 0)
    failures.push(`${name}: ended with ${exitCode}`);
  return { passed, failed: failures.length, failures };
}

/** A step that failed, or could not be run, as a whole. */
export function oneFailure(name, why) {
  return { passed: 0, failed: 1, failures: [`${name} (${why})`] };
}

function readReport(suite, file) {
  try {
    return readers[suite](JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

/** A file that fell over before its first test has no tests, but a message. */
function fromVitest({ testResults }) {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const ran = assertionResults.filter(
      (test) => !['pending', 'skipped', 'todo'].includes(test.status),
    );
    const tests = ran.map((test) => ({ title: test.fullName, ok: test.status === 'passed' }));
    const fellOver = status === 'failed' && tests.every((test) => test.ok);
    return fellOver ? [...tests, { title: `${name}: ${message}`, ok: false }] : tests;
  });
}

function fromPlaywright({ suites, errors }) {
  const specs = suites.flatMap((suite) => specsOf(suite, []));
  const ran = specs.filter((spec) => spec.tests.some((test) => test.status !== 'skipped'));
  const tests = ran.map(({ ok, path }) => ({ title: path.join(' › '), ok }));
  return [...tests, ...errors.map((error) => ({ title: error.message, ok: false }))];
}

/** Its tests with the titles that lead to them: the file, the groups, the test. */
function specsOf({ title, specs = [], suites = [] }, above) {
  const path = [...above, title];
  const own = specs.map((spec) => ({ ...spec, path: [...path, spec.title] }));
  return [...own, ...suites.flatMap((suite) => specsOf(suite, path))];
}
