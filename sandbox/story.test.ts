import { describe, expect, it } from 'vitest';
import { accounts, people } from './cast';
import { compareIds, snowflakeMs } from './snowflake';
import { story } from './story';

const now = new Date('2026-11-20T09:30:00Z');
const told = story(now);

describe('the story of the demo', () => {
  it('is the same whenever it is told of the same instant', () => {
    expect(story(new Date(now))).toEqual(told);
    expect(story(new Date('2026-11-21T09:30:00Z'))).not.toEqual(told);
  });

  it('has enough people and conversations to look lived in', () => {
    expect(people.length).toBeGreaterThanOrEqual(110);
    expect(told.threads.length).toBeGreaterThanOrEqual(110);
    const lengths = told.threads.map(({ messages }) => messages.length);
    expect(Math.min(...lengths)).toBe(1);
    expect(Math.max(...lengths)).toBeGreaterThanOrEqual(12);
  });

  it('gives every person and message an id and a name of its own', () => {
    const everyone = [...accounts, ...people];
    expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
    expect(new Set(everyone.map(({ username }) => username)).size).toBe(everyone.length);
    for (const { username } of everyone) expect(username).toMatch(/^[A-Za-z0-9_]{1,15}$/);
    const ids = told.threads.flatMap(({ messages }) => messages.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^\d{19}$/);
  });

  it('lets a person have one thread with an account, told in the order of its ids', () => {
    const pairs = told.threads.map(({ accountId, personId }) => `${accountId}-${personId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const { messages } of told.threads) {
      const ids = messages.map(({ id }) => id);
      expect([...ids].sort(compareIds)).toEqual(ids);
      for (const { id, at } of messages) expect(snowflakeMs(id)).toBe(at.getTime());
    }
  });

  it('lies in the last 21 days, much of it in the last hours, and leaves no blank unfilled', () => {
    const messages = told.threads.flatMap((thread) => thread.messages);
    const ages = messages.map(({ at }) => now.getTime() - at.getTime());
    expect(Math.min(...ages)).toBeGreaterThan(0);
    expect(Math.max(...ages)).toBeLessThan(21 * 86_400_000);
    expect(ages.filter((age) => age < 12 * 3_600_000).length).toBeGreaterThan(100);
    for (const { text } of messages) expect(text).not.toMatch(/[{}]|undefined/);
  });

  it('never says the same first words twice in the named conversations', () => {
    const openings = told.threads.slice(0, 40).map(({ messages }) => messages[0]?.text);
    expect(new Set(openings).size).toBe(openings.length);
  });
});
