import { describe, expect, it } from 'vitest';
import type { Standing } from './standing';
import { standsIn } from './standing';
import { builtInViews, findSort, ownSort, sortsOf } from './view';

const row: Standing = {
  kind: 'private',
  status: 'open',
  ownerId: null,
  teamId: null,
  channelId: 'c',
  riskAt: null,
  breachedAt: null,
};
const at = '2026-11-28T10:00:00.000000Z';

describe('the order of a view', () => {
  it('is by what is due next only where nothing is settled', () => {
    const without = builtInViews.filter((view) => !sortsOf(view).includes('due'));
    expect(without).toEqual(['review', 'resolved', 'spam', 'all']);
    expect(findSort('due', 'open')).toBe('due');
    expect(findSort('due', 'resolved')).toBeUndefined();
    expect(findSort('due', 'saved-01900000-0000-7000-8000-000000000000')).toBeUndefined();
  });

  it('begins with what is due next where that is what the view is about', () => {
    expect(builtInViews.filter((view) => ownSort(view) === 'due')).toEqual(['due', 'breached']);
  });
});

describe('what is due soon', () => {
  it('is at risk, and leaves for the broken ones when it breaks', () => {
    const atRisk = { ...row, riskAt: at };
    const broken = { ...atRisk, breachedAt: at };
    const views = ['open', 'due', 'breached'] as const;
    const standing = (one: Standing) => views.filter((view) => standsIn(one, view, 'me'));
    expect(standing(row)).toEqual(['open']);
    expect(standing(atRisk)).toEqual(['open', 'due']);
    expect(standing(broken)).toEqual(['open', 'breached']);
  });

  it('is so while it waits or sleeps, and no longer when it is closed', () => {
    const status = (wanted: Standing['status']) => ({ ...row, riskAt: at, status: wanted });
    expect(standsIn(status('snoozed'), 'due', 'me')).toBe(true);
    expect(standsIn(status('waiting'), 'due', 'me')).toBe(true);
    expect(standsIn(status('resolved'), 'due', 'me')).toBe(false);
  });
});
