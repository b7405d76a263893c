import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import {
  aChannel,
  aConversation,
  aMember,
  anExternalId,
  aWorkspace,
  testDatabase,
} from '@/db/testing';
import { recordDoor } from '../../commands/channel/record-door';
import type { Actor } from '../../domain/access/can';
import type { Door } from '../../domain/permissions/x-rules';
import { doorEffects } from './door-effects';
import { doorList } from './door-list';

let database: TestDatabase;
let workspaceId: string;
let channelId: string;
let admin: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspaceId = await aWorkspace();
  channelId = (await aChannel(workspaceId)).id;
  admin = await aMember(workspaceId, ['admin'], 'Ada');
});

async function aPerson(facts: Record<string, boolean> = {}, more: Record<string, unknown> = {}) {
  const thread = await aConversation(workspaceId, { channelId });
  await Promise.all(Object.entries(facts).map(([name, value]) => learned(thread, name, value)));
  for (const [column, value] of Object.entries(more)) {
    await database.admin.query(`update identities set ${column} = $2 where id = $1`, [
      thread.identityId,
      value,
    ]);
  }
  return thread;
}

type Person = Awaited<ReturnType<typeof aPerson>>;

async function learned(
  { identityId }: Person,
  name: string,
  value: boolean,
  { source = 'event', hoursAgo = 0 } = {},
) {
  await database.admin.query(
    `insert into relation_facts (workspace_id, channel_id, identity_id, name, value, source, at)
     values ($1, $2, $3, $4, $5, $6, now() - $7 * interval '1 hour')`,
    [workspaceId, channelId, identityId, name, value, source, hoursAgo],
  );
}

async function weWroteTo({ id }: Person, externalId: string | null = anExternalId()) {
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, external_id, at)
     values ($1, gen_random_uuid(), $2, $3, 'outbound', 'Hello', $4, now())`,
    [workspaceId, id, channelId, externalId],
  );
}

async function effectOf(door: Door) {
  const { effects } = await doorEffects(admin, channelId);
  return effects.find((each) => each.door === door)?.effect;
}

describe('what a door would change', () => {
  it('counts everybody known on the network once, by what is known of them', async () => {
    await recordDoor(admin, { channelId, door: 'nobody' });
    const stranger = { senderFollowsRecipient: false };
    await aPerson(stranger);
    await aPerson(stranger, { verified: true });
    await aPerson({ senderFollowsRecipient: true });
    await aPerson({ ...stranger, blockedByUs: true });
    await aPerson({ ...stranger, isGone: true });
    await aPerson();
    await weWroteTo(await aPerson(stranger));
    // What never left us opens nothing to them.
    await weWroteTo(await aPerson(stranger), null);
    expect(await effectOf('everyone')).toEqual({
      known: 7,
      gained: 3,
      perhapsGained: 1,
      admitted: 2,
      refused: 1,
      lost: 0,
      perhapsLost: 0,
      unclear: 0,
    });
    expect(await effectOf('verified')).toMatchObject({
      gained: 1,
      perhapsGained: 2,
      unclear: 1,
    });
    expect(await effectOf('nobody')).toMatchObject({ gained: 0, lost: 0, unclear: 1 });
  });

  it('believes an event for ever and a look-up for a day', async () => {
    await recordDoor(admin, { channelId, door: 'nobody' });
    const follows = 'senderFollowsRecipient';
    await learned(await aPerson(), follows, true, { source: 'look_up', hoursAgo: 23 });
    await learned(await aPerson(), follows, true, { source: 'look_up', hoursAgo: 25 });
    await learned(await aPerson(), follows, true, { source: 'event', hoursAgo: 2500 });
    expect(await effectOf('everyone')).toMatchObject({ known: 3, admitted: 2, perhapsGained: 1 });
  });

  it('knows people of another channel too, and nobody of another workspace', async () => {
    await recordDoor(admin, { channelId, door: 'nobody' });
    const elsewhere = (await aChannel(workspaceId)).id;
    await weWroteTo(await aConversation(workspaceId, { channelId: elsewhere }));
    await aConversation(await aWorkspace());
    expect(await effectOf('everyone')).toMatchObject({ known: 1, perhapsGained: 1 });
  });

  it('is unclear where nobody knows the door of now', async () => {
    await aPerson({ senderFollowsRecipient: false });
    expect(await effectOf('everyone')).toMatchObject({ known: 1, perhapsGained: 1, gained: 0 });
  });

  it('is of the own workspace alone', async () => {
    const stranger = await aMember(await aWorkspace(), ['admin']);
    await expect(doorEffects(stranger, channelId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(doorEffects(admin, 'x')).rejects.toMatchObject({ code: 'not_found' });
    const roleless = { ...admin, roles: [] };
    await expect(doorEffects(roleless, channelId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(doorList(roleless)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await doorList(admin)).map(({ id }) => id)).toEqual([channelId]);
    expect(await doorList(stranger)).toEqual([]);
  });
});
