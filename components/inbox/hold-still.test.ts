import { describe, expect, it } from 'vitest';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { holdStill as hold } from './hold-still';
import { aRow } from './rows.fixture';

const row = (id: string, at: string, preview = '') => aRow(id, at, { preview });
const holdStill = (shown: ConversationRow[], current: ConversationRow[], actedOn: string[] = []) =>
  hold(shown, current, new Set(actedOn));
const ids = (rows: readonly ConversationRow[]) => rows.map(({ id }) => id).join(' ');

describe('the list under a pointer', () => {
  const shown = [row('ana', '14:00'), row('ben', '13:00'), row('cyd', '12:00')];

  it('is what it was when nothing happened', () => {
    expect(holdStill(shown, shown)).toEqual({ rows: shown, fresh: 0 });
  });

  it('keeps a newcomer waiting and counts it', () => {
    const { rows, fresh } = holdStill(shown, [row('dov', '14:05'), ...shown]);
    expect(ids(rows)).toBe('ana ben cyd');
    expect(fresh).toBe(1);
  });

  it('shows new words in their old place and counts the move', () => {
    const moved = row('cyd', '14:06', 'Are you there?');
    const { rows, fresh } = holdStill(shown, [moved, row('ana', '14:00'), row('ben', '13:00')]);
    expect(ids(rows)).toBe('ana ben cyd');
    expect(rows[2]?.preview).toBe('Are you there?');
    expect(fresh).toBe(1);
  });

  it('leaves a row where it is when it left the view', () => {
    const { rows, fresh } = holdStill(shown, [row('ana', '14:00'), row('cyd', '12:00')]);
    expect(ids(rows)).toBe('ana ben cyd');
    expect(fresh).toBe(0);
  });

  it('lets go of what the person closed themselves', () => {
    const { rows } = holdStill(shown, [row('ana', '14:00'), row('cyd', '12:00')], ['ben', 'cyd']);
    expect(ids(rows)).toBe('ana cyd');
  });

  it('takes back what the person reopened themselves, in its place', () => {
    const held = [row('ana', '14:00'), row('cyd', '12:00')];
    const { rows, fresh } = holdStill(held, shown, ['ben']);
    expect(ids(rows)).toBe('ana ben cyd');
    expect(fresh).toBe(0);
  });

  it('holds in any order, not only by time', () => {
    const urgent = [row('cyd', '12:00'), row('ana', '14:00'), row('ben', '13:00')];
    const held = holdStill(urgent, [row('dov', '09:00'), ...urgent, row('eli', '15:00')]);
    expect(ids(held.rows)).toBe('cyd ana ben eli');
    expect(held.fresh).toBe(1);
    const [first, ...others] = urgent;
    const back = holdStill(
      others,
      [...others.slice(0, 1), row('cyd', '12:00'), ...others.slice(1)],
      ['cyd'],
    );
    expect(ids(back.rows)).toBe('ana cyd ben');
    expect(first?.id).toBe('cyd');
  });

  it('still grows at its end when the next page loads', () => {
    const { rows, fresh } = holdStill(shown, [...shown, row('eli', '11:00'), row('fay', '10:00')]);
    expect(ids(rows)).toBe('ana ben cyd eli fay');
    expect(fresh).toBe(0);
  });
});
