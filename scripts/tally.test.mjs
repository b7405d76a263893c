import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tally } from './tally.mjs';

const folder = mkdtempSync(path.join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(suite, content) {
  const file = path.join(folder, `${suite}.json`);
  writeFileSync(file, JSON.stringify(content));
  return { name: 'suite', suite, report: file };
}

const assertion = (fullName, status) => ({ fullName, status });
const vitestFile = (assertionResults, more = {}) => ({
  testResults: [{ name: 'a.test.ts', status: 'passed', message: '', assertionResults, ...more }],
});

describe('the count at the end of npm test', () => {
  it('counts a program as one', () => {
    expect(tally({ name: 'lint' }, 0)).toMatchObject({ passed: 1, failed: 0 });
    expect(tally({ name: 'lint' }, 1)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('counts each test of a suite and names those that failed', () => {
    const step = report(
      'vitest',
      vitestFile([assertion('good', 'passed'), assertion('bad', 'failed')]),
    );
    expect(tally(step, 1)).toEqual({ passed: 1, failed: 1, failures: ['suite: bad'] });
  });

  it('does not count skipped tests, and takes a suite of nothing but those for a failure', () => {
    const step = report('vitest', vitestFile([assertion('later', 'skipped')]));
    expect(tally(step, 0)).toMatchObject({
      passed: 0,
      failed: 1,
      failures: ['suite: no test was run (0)'],
    });
  });

  it('takes a suite that left no report for a failure', () => {
    const step = { name: 'suite', suite: 'vitest', report: path.join(folder, 'missing.json') };
    expect(tally(step, 0)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('notices a file that fell over although its tests passed', () => {
    const fell = vitestFile([assertion('good', 'passed')], {
      status: 'failed',
      message: 'no database',
    });
    expect(tally(report('vitest', fell), 1)).toMatchObject({ passed: 1, failed: 1 });
  });

  it('notices a suite that ended badly although its tests passed', () => {
    const step = report('vitest', vitestFile([assertion('good', 'passed')]));
    expect(tally(step, 1)).toMatchObject({ passed: 1, failed: 1 });
    expect(tally(step, 0)).toMatchObject({ passed: 1, failed: 0 });
  });

  it('reads the nested suites of the browser journeys', () => {
    const spec = (title, ok, status) => ({ title, ok, tests: [{ status }] });
    const inner = {
      title: 'at the door',
      specs: [spec('two', false, 'unexpected'), spec('three', true, 'skipped')],
    };
    const suites = [
      { title: 'a.spec.ts', specs: [spec('one', true, 'expected')], suites: [inner] },
    ];
    const step = report('playwright', {
      suites,
      errors: [{ message: 'the server did not start' }],
    });
    expect(tally(step, 1)).toEqual({
      passed: 1,
      failed: 2,
      failures: ['suite: a.spec.ts › at the door › two', 'suite: the server did not start'],
    });
  });
});
