import { afterEach, expect, test, vi } from 'vitest';
import { mayLead } from './leading';

afterEach(() => vi.unstubAllGlobals());

function at(pathname: string, activeElement: object | null = { tagName: 'BODY' }) {
  vi.stubGlobal('window', { location: { pathname } });
  vi.stubGlobal('document', { activeElement });
}

test.each([
  ['is still there', '/inbox/mine/b', { tagName: 'BODY' }, true],
  ['is on a row or a button', '/inbox/mine/b', { tagName: 'BUTTON', value: 'x' }, true],
  ['only stands in a field', '/inbox/mine/b', { tagName: 'TEXTAREA', value: '' }, true],
  ['writes', '/inbox/mine/b', { tagName: 'TEXTAREA', value: 'Dear' }, false],
  ['searches', '/inbox/mine/b', { tagName: 'INPUT', value: 'refund' }, false],
  ['went on', '/inbox/mine/c', { tagName: 'BODY' }, false],
  ['left the inbox', '/settings', null, false],
])('whether a late answer leads somebody who %s', (_, pathname, active, led) => {
  at('/inbox/mine/b');
  const may = mayLead();
  at(pathname, active);
  expect(may()).toBe(led);
});
