import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { asSystem } from '../../commands/command';
import { changeConversations } from '../../commands/conversation/change';
import { aRoutedTeam } from '../../commands/routing/routing.fixture';
import { startLane } from '../lane';
import { listenForWork } from '../listen';
import { routingLane } from './routing';

let database: TestDatabase;
beforeAll(async () => {
  // Nothing is found by looking now and then: only by being told.
  database = await testDatabase({ DATABASE_POOL: '20', TIME_SCALE: '1' });
});
afterAll(() => database.close());

/** Two workers that hear what is told. */
async function worked<T>(run: () => Promise<T>): Promise<T> {
  const lanes = [startLane(routingLane()), startLane(routingLane())];
  const listening = listenForWork((lane) => {
    for (const each of lanes) if (each.lane === lane) each.wake();
  });
  try {
    return await run();
  } finally {
    await listening.stop();
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}

test('what happens wakes it: somebody comes back, closes something, gets room; and so does a time', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ availability: 'away', capacity: 1 });
  const [first, second, third] = [
    await team.waits({ priority: 3 }),
    await team.waits({ priority: 2 }),
    await team.waits(),
  ];
  const told = () =>
    asSystem(team.workspaceId, async () => ({
      value: null,
      events: [{ type: 'member.availability', memberId: me.memberId }],
    }));
  const comesToMe = (id: string) =>
    expect.poll(() => team.ownerOf(id), { timeout: 8_000, interval: 20 }).toBe(me.memberId);
  await worked(async () => {
    await team.change('members', me.memberId, { availability: 'available' });
    await told();
    await comesToMe(first);
    await changeConversations(me, {
      items: [{ conversationId: first }],
      change: { kind: 'status', status: 'resolved' },
    });
    await comesToMe(second);
    await team.change('members', me.memberId, {
      ...{ capacity: 2, availability: 'away' },
      availability_until: new Date(Date.now() + 1_500),
    });
    await told();
    await comesToMe(third);
  });
});
