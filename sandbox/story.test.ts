import { describe, expect, it } from 'vitest';
import { accounts, people } from './cast';
import { compareIds, snowflakeMs } from './snowflake';
import { story } from './story';

const now = new Date('2026-11-20T09:30:00Z');
const told = story(now);
const messages = told.threads.flatMap((thread) => thread.messages);
const DAY_MS = 86_400_000;

describe('the story of the demo', () => {
  it('is the same whenever it is told of the same instant', () => {
    expect(story(new Date(now))).toEqual(told);
    expect(story(new Date('2026-11-21T09:30:00Z'))).not.toEqual(told);
  });

  it('has a few hundred people, each in a conversation of their own', () => {
    expect(told.threads.length).toBeGreaterThanOrEqual(340);
    expect(people.length).toBeGreaterThanOrEqual(340);
    const talking = new Set(told.threads.map(({ personId }) => personId));
    expect(people.filter(({ id }) => !talking.has(id)).map(({ name }) => name)).toEqual([]);
  });

  it('has short ones, long ones and one that has gone on for weeks', () => {
    const lengths = told.threads.map((thread) => thread.messages.length).sort((a, b) => a - b);
    expect(lengths[0]).toBe(1);
    expect(lengths.at(-1)).toBeGreaterThan(350);
    expect(lengths.filter((length) => length >= 30).length).toBeGreaterThanOrEqual(4);
  });

  it('gives every person and message an id and a name of its own', () => {
    const everyone = [...accounts, ...people];
    expect(new Set(everyone.map(({ id }) => id)).size).toBe(everyone.length);
    expect(new Set(everyone.map(({ username }) => username)).size).toBe(everyone.length);
    const misnamed = everyone.filter(({ username }) => !/^[A-Za-z0-9_]{1,15}$/.test(username));
    expect(misnamed).toEqual([]);
    const ids = messages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^\d{19}$/.test(id))).toEqual([]);
  });

  it('invites in public before what follows is written in private', () => {
    const invitations = told.posts.filter(({ deepLinkTo }) => deepLinkTo !== null);
    expect(invitations).toHaveLength(1);
    for (const { answers, at } of invitations) {
      const complaint = told.posts.find(({ key }) => key === answers);
      const theirs = told.threads.find(({ personId }) => personId === complaint?.authorId);
      expect(complaint?.at.getTime()).toBeLessThan(at.getTime());
      expect(at.getTime()).toBeLessThan(theirs?.messages[0]?.at.getTime() ?? 0);
    }
  });

  it('lets a person have one thread with an account, told in the order of its ids', () => {
    const pairs = told.threads.map(({ accountId, personId }) => `${accountId}-${personId}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    for (const thread of told.threads) {
      const ids = thread.messages.map(({ id }) => id);
      expect([...ids].sort(compareIds)).toEqual(ids);
    }
    expect(messages.filter(({ id, at }) => snowflakeMs(id) !== at.getTime())).toEqual([]);
  });

  it.each(['2026-11-20T09:30:00Z', '2026-11-22T03:10:00Z', '2026-03-01T23:59:00Z'])(
    'lies in the ten weeks before %s, what waits in its last days, some of it just now',
    (instant) => {
      const end = new Date(instant);
      const { threads } = story(end);
      const age = (at: Date | undefined) => end.getTime() - (at?.getTime() ?? 0);
      const ages = threads.flatMap((thread) => thread.messages.map(({ at }) => age(at)));
      expect(Math.min(...ages)).toBeGreaterThan(0);
      expect(Math.max(...ages)).toBeLessThan(70 * DAY_MS);
      const waiting = threads.filter((thread) => thread.waiting);
      const waits = waiting.map((thread) => age(thread.messages.at(-1)?.at));
      expect(waits.length).toBeGreaterThan(100);
      expect(Math.max(...waits)).toBeLessThan(6 * DAY_MS);
      expect(waits.filter((wait) => wait < DAY_MS).length).toBeGreaterThan(50);
      expect(waits.filter((wait) => wait < 3_600_000).length).toBeGreaterThan(2);
    },
  );

  it('leaves no blank unfilled and says nothing twice', () => {
    expect(messages.filter(({ text }) => /[{}]|undefined|^\s*$/.test(text))).toEqual([]);
    const openings = told.threads.map((thread) => thread.messages[0]?.text);
    expect(new Set(openings).size).toBe(openings.length);
  });

  it('is told in six languages', () => {
    const spoken = people.map(({ language }) => language);
    const speakers = (language: string) => spoken.filter((each) => each === language).length;
    for (const language of ['es', 'de', 'ja', 'ar', 'fr'])
      expect(speakers(language)).toBeGreaterThan(12);
    expect(speakers('en')).toBeGreaterThan(180);
  });
});
