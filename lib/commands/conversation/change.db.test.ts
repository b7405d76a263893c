import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { asSystem } from '../command';
import { changeConversations } from './change';
import { claimConversation } from './claim';
import { undoChanges } from './undo';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

type Wanted = Record<string, unknown> & { kind: string };

async function aDesk(count = 1) {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['agent'], 'Priya');
  const lead = await aMember(workspace, ['lead'], 'Lena Lead');
  const { id: channelId } = await aChannel(workspace);
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push((await aConversation(workspace, { channelId })).id);
  }
  const [id = ''] = ids;
  const change = (change: Wanted, actor: Actor = me, more: object = {}) =>
    changeConversations(actor, { items: [{ conversationId: id, ...more }], change });
  return { workspace, me, lead, ids, id, change };
}

async function aTeam(workspaceId: string) {
  const id = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(teams).values({ workspaceId, id, name: `Orders ${id}` }),
  );
  return id;
}

async function aLabel(workspaceId: string) {
  const id = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(labels).values({ workspaceId, id, name: `refund ${id}`, colour: 'red' }),
  );
  return id;
}

async function rowOf(conversationId: string) {
  const { rows } = await database.admin.query(
    `select status, version, owner_id, team_id, priority, label_ids, snoozed_until, snoozed_by,
       resolved_by, resolved_at is not null as resolved,
       waiting_since = last_inbound_at as waits, status_at > created_at as moved
     from conversations where id = $1`,
    [conversationId],
  );
  return rows[0];
}

async function factsOf(conversationId: string) {
  const { rows } = await database.admin.query(
    `select type, member_id, actor_member_id, data - 'told' as data from events
     where conversation_id = $1 order by seq`,
    [conversationId],
  );
  return rows;
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString();

describe('a status', () => {
  test('of two who close at once one does, and closing is recorded once', async () => {
    const { me, id, change } = await aDesk();
    const close = () => change({ kind: 'status', status: 'resolved' }, me, { version: 1 });
    const results = await Promise.all([close(), close()]);
    expect(results.flatMap(({ changed }) => changed)).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({
      status: 'resolved',
      version: 2,
      resolved_by: me.memberId,
      resolved: true,
      waits: null,
      moved: true,
    });
    expect(await factsOf(id)).toEqual([
      {
        type: 'conversation.closed',
        member_id: null,
        actor_member_id: me.memberId,
        data: { from: 'open' },
      },
    ]);
  });

  test('a reopened conversation waits again since the customer wrote', async () => {
    const { id, change } = await aDesk();
    await change({ kind: 'status', status: 'resolved' });
    await change({ kind: 'status', status: 'open' });
    expect(await rowOf(id)).toMatchObject({
      status: 'open',
      version: 3,
      resolved_by: null,
      resolved: false,
      waits: true,
    });
    expect((await factsOf(id)).map(({ type }) => type)).toEqual([
      'conversation.closed',
      'conversation.reopened',
    ]);
  });

  test('what it already is changes nothing and is recorded nowhere', async () => {
    const { id, change } = await aDesk();
    expect(await change({ kind: 'status', status: 'open' })).toEqual({ changed: [], refused: [] });
    expect(await factsOf(id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ version: 1 });
  });

  test('whoever looked at an older state is refused', async () => {
    const { me, id, change } = await aDesk();
    await claimConversation(me, { conversationId: id });
    const close = await change({ kind: 'status', status: 'resolved' }, me, { version: 1 });
    expect(close).toMatchObject({
      changed: [],
      refused: [{ conversationId: id, code: 'conflict' }],
    });
    expect(await rowOf(id)).toMatchObject({ status: 'open', version: 2 });
  });

  test.each(['resolved', 'waiting'])(
    'a customer who has just written again stops whoever has not seen it from making it %s',
    async (status) => {
      const { workspace, me, id, change } = await aDesk();
      await asSystem(workspace, async ({ tx }) => {
        const { rows } = await tx.execute<{ id: string }>(
          sql`select id from messages where conversation_id = ${id}`,
        );
        const messageId = rows[0]?.id ?? '';
        return {
          value: null,
          events: [{ type: 'message.received', conversationId: id, messageId }],
        };
      });
      const move = (seen: object) => change({ kind: 'status', status }, me, seen);
      const message = 'The customer has just written again. Read it first.';
      expect((await move({ seenSeq: 0 })).refused).toMatchObject([{ code: 'conflict', message }]);
      const before = new Date(Date.now() - 120_000).toISOString();
      expect((await move({ seenAt: before })).refused).toMatchObject([{ message }]);
      expect((await move({ seenSeq: 1, seenAt: new Date().toISOString() })).changed).toHaveLength(
        1,
      );
    },
  );

  test('a snooze has its time, and any other status ends it', async () => {
    const { me, id, change } = await aDesk();
    const until = inAnHour();
    await change({ kind: 'snooze', until });
    expect(await rowOf(id)).toMatchObject({
      status: 'snoozed',
      snoozed_until: new Date(until),
      snoozed_by: me.memberId,
      waits: true,
    });
    await change({ kind: 'status', status: 'on_hold' });
    expect(await rowOf(id)).toMatchObject({ status: 'on_hold', snoozed_until: null });
    expect((await factsOf(id)).map(({ type, data }) => [type, data])).toEqual([
      ['conversation.snoozed', { from: 'open', until }],
      ['conversation.status', { from: 'snoozed', to: 'on_hold' }],
    ]);
  });

  test.each(['2020-01-01T00:00:00Z', new Date(Date.now() + 400 * 86_400_000).toISOString()])(
    'nothing is snoozed until %s',
    async (until) => {
      const { id, change } = await aDesk();
      expect((await change({ kind: 'snooze', until })).refused).toMatchObject([
        { code: 'invalid' },
      ]);
      expect(await rowOf(id)).toMatchObject({ status: 'open' });
    },
  );
});

test('priority, labels and team are set and told one by one', async () => {
  const { workspace, id, change } = await aDesk();
  const [team, red, blue] = [
    await aTeam(workspace),
    await aLabel(workspace),
    await aLabel(workspace),
  ];
  await change({ kind: 'priority', priority: 'urgent' });
  await change({ kind: 'label', add: [red, blue], remove: [] });
  await change({ kind: 'label', add: [], remove: [red] });
  await change({ kind: 'team', teamId: team });
  expect(await rowOf(id)).toMatchObject({
    priority: 3,
    label_ids: [blue],
    team_id: team,
    version: 5,
  });
  expect((await factsOf(id)).map(({ type, data }) => [type, data])).toEqual([
    ['conversation.prioritised', { from: 'normal', to: 'urgent' }],
    ['conversation.labelled', { labelId: red, on: true }],
    ['conversation.labelled', { labelId: blue, on: true }],
    ['conversation.labelled', { labelId: red, on: false }],
    ['conversation.teamed', { from: null, to: team }],
  ]);
});

describe('an owner', () => {
  test('a lead gives it, takes it over and hands it back to nobody', async () => {
    const { me, lead, id, change } = await aDesk();
    const give = (memberId: string | null) => change({ kind: 'assign', memberId }, lead);
    await give(me.memberId);
    await give(lead.memberId);
    expect(await give(lead.memberId)).toEqual({ changed: [], refused: [] });
    await give(null);
    expect((await factsOf(id)).map(({ type, member_id, data }) => [type, member_id, data])).toEqual(
      [
        ['conversation.assigned', me.memberId, { from: null }],
        ['conversation.assigned', lead.memberId, { from: me.memberId }],
        ['conversation.unassigned', lead.memberId, {}],
      ],
    );
  });

  test('nothing is taken from an owner whom the lead did not see', async () => {
    const { me, lead, id, change } = await aDesk();
    await claimConversation(me, { conversationId: id });
    const assign = { kind: 'assign', memberId: lead.memberId };
    expect((await change(assign, lead, { version: 1 })).refused).toMatchObject([
      { code: 'conflict', message: 'Priya got this conversation just now.' },
    ]);
    expect(await rowOf(id)).toMatchObject({ owner_id: me.memberId });
  });

  test('an agent hands over what is theirs with a note, in one step', async () => {
    const { workspace, me, id, change } = await aDesk();
    const mo = await aMember(workspace, ['agent'], 'Mo');
    await claimConversation(me, { conversationId: id });
    await change({ kind: 'assign', memberId: mo.memberId, note: '  She wants a refund.  ' });
    expect(await rowOf(id)).toMatchObject({ owner_id: mo.memberId });
    const { rows } = await database.admin.query(
      "select kind, body, author_id from messages where conversation_id = $1 and kind = 'note'",
      [id],
    );
    expect(rows).toEqual([{ kind: 'note', body: 'She wants a refund.', author_id: me.memberId }]);
    expect((await factsOf(id)).map(({ type }) => type)).toEqual([
      'conversation.claimed',
      'conversation.assigned',
      'message.noted',
    ]);
  });

  test('a handover that is refused leaves no note', async () => {
    const { workspace, id, change } = await aDesk();
    const mo = await aMember(workspace, ['agent'], 'Mo');
    const refused = await change({ kind: 'assign', memberId: mo.memberId, note: 'Yours now.' });
    expect(refused.refused).toMatchObject([{ code: 'forbidden' }]);
    const { rows } = await database.admin.query(
      "select 1 from messages where conversation_id = $1 and kind = 'note'",
      [id],
    );
    expect(rows).toEqual([]);
  });

  test('work goes only to members who can answer', async () => {
    const { workspace, lead, id, change } = await aDesk();
    const marketer = await aMember(workspace, ['marketer'], 'Mara');
    const removed = await aMember(workspace, ['agent']);
    await database.admin.query('update members set removed_at = now() where id = $1', [
      removed.memberId,
    ]);
    const stranger = await aMember(await aWorkspace(), ['agent']);
    const give = (memberId: string) => change({ kind: 'assign', memberId }, lead);
    await expect(give(marketer.memberId)).rejects.toMatchObject({
      code: 'invalid',
      message: 'Mara cannot answer conversations.',
    });
    const gone = await give(removed.memberId).catch((error: unknown) => error);
    const foreign = await give(stranger.memberId).catch((error: unknown) => error);
    expect(gone).toMatchObject({ code: 'not_found' });
    expect(foreign).toEqual(gone);
    expect(await factsOf(id)).toEqual([]);
  });
});

describe('many at once', () => {
  test('a hundred and twenty are closed, each judged by itself', async () => {
    const { workspace, me, ids } = await aDesk(120);
    const [changedMeanwhile = '', ...others] = ids;
    await claimConversation(me, { conversationId: changedMeanwhile });
    const foreign = await aConversation(await aWorkspace());
    const answer = await changeConversations(me, {
      items: [...ids, foreign.id].map((conversationId) => ({ conversationId, version: 1 })),
      change: { kind: 'status', status: 'resolved' },
    });
    expect(answer.changed.map(({ conversationId }) => conversationId).sort()).toEqual(
      others.sort(),
    );
    expect(answer.refused).toMatchObject([
      { conversationId: changedMeanwhile, code: 'conflict' },
      { conversationId: foreign.id, code: 'not_found' },
    ]);
    const { rows } = await database.admin.query(
      `select status, count(*)::int as count from conversations where workspace_id = $1
       group by status order by status`,
      [workspace],
    );
    expect(rows).toEqual([
      { status: 'open', count: 1 },
      { status: 'resolved', count: 119 },
    ]);
    expect(await rowOf(foreign.id)).toMatchObject({ status: 'open', version: 1 });
  });

  test('two people who move the same ones in opposite order never wait in a circle', async () => {
    const { me, lead, ids } = await aDesk(30);
    const all = [ids, ids.toReversed(), ids, ids.toReversed()];
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all(
        all.map((order, index) =>
          changeConversations(index % 2 ? me : lead, {
            items: order.map((conversationId) => ({ conversationId })),
            change: { kind: 'priority', priority: index % 2 ? 'high' : 'low' },
          }),
        ),
      );
      expect(answers.flatMap(({ refused }) => refused)).toEqual([]);
    }
    const { rows } = await database.admin.query(
      'select sum(version - 1)::int as steps from conversations where id = any($1)',
      [ids],
    );
    const { rows: facts } = await database.admin.query(
      "select count(*)::int as steps from events where conversation_id = any($1) and type = 'conversation.prioritised'",
      [ids],
    );
    expect(rows).toEqual(facts);
    expect(rows[0]?.steps).toBeGreaterThan(30);
  });

  test('the same one named twice is changed once', async () => {
    const { me, id } = await aDesk();
    const { changed } = await changeConversations(me, {
      items: [{ conversationId: id }, { conversationId: id }],
      change: { kind: 'priority', priority: 'high' },
    });
    expect(changed).toHaveLength(1);
    expect(await rowOf(id)).toMatchObject({ version: 2 });
  });
});

describe('an undo', () => {
  test('brings everything back, and is a fact of its own', async () => {
    const { workspace, me, id, change } = await aDesk();
    const label = await aLabel(workspace);
    const team = await aTeam(workspace);
    const kinds: Wanted[] = [
      { kind: 'status', status: 'spam' },
      { kind: 'snooze', until: inAnHour() },
      { kind: 'priority', priority: 'low' },
      { kind: 'label', add: [label], remove: [] },
      { kind: 'team', teamId: team },
      { kind: 'assign', memberId: me.memberId },
    ];
    for (const kind of kinds) {
      const { version: _, ...before } = await rowOf(id);
      const { changed } = await change(kind);
      const back = await undoChanges(me, { items: changed });
      expect(back, kind.kind).toMatchObject({ changed: [{ conversationId: id }], refused: [] });
      const { version, ...after } = await rowOf(id);
      expect({ ...after, moved: before.moved }, kind.kind).toEqual(before);
    }
    expect(await factsOf(id)).toHaveLength(12);
  });

  test('a reopened conversation is closed again by whom and when it was', async () => {
    const { me, lead, id, change } = await aDesk();
    await change({ kind: 'status', status: 'resolved' }, lead);
    const closedAt = async () =>
      (
        await database.admin.query(
          'select resolved_at, resolved_by from conversations where id = $1',
          [id],
        )
      ).rows[0];
    const first = await closedAt();
    const { changed } = await change({ kind: 'status', status: 'open' });
    await undoChanges(me, { items: changed });
    expect((await closedAt()).resolved_by).toBe(lead.memberId);
    expect(Math.abs((await closedAt()).resolved_at - first.resolved_at)).toBeLessThan(1_000);
  });

  test('is refused once anything came in between', async () => {
    const { me, lead, id, change } = await aDesk();
    const { changed } = await change({ kind: 'priority', priority: 'high' });
    await change({ kind: 'priority', priority: 'urgent' }, lead);
    expect(await undoChanges(me, { items: changed })).toMatchObject({
      changed: [],
      refused: [{ conversationId: id, code: 'conflict' }],
    });
    expect(await rowOf(id)).toMatchObject({ priority: 3 });
  });

  test('puts nothing out of sight that the customer wrote since', async () => {
    const { workspace, me, id, change } = await aDesk();
    await change({ kind: 'status', status: 'waiting' });
    const { changed } = await change({ kind: 'status', status: 'open' });
    await asSystem(workspace, () =>
      Promise.resolve({
        value: null,
        events: [{ type: 'message.received' as const, conversationId: id }],
      }),
    );
    expect((await undoChanges(me, { items: changed })).refused).toMatchObject([
      { code: 'conflict', message: 'The customer has written since. It was left as it is.' },
    ]);
    expect(await rowOf(id)).toMatchObject({ status: 'open' });
  });

  test('cannot be made up: not a handover, not a label or team of another workspace', async () => {
    const { workspace, me, lead, id, change } = await aDesk();
    const mo = await aMember(workspace, ['agent'], 'Mo');
    await change({ kind: 'assign', memberId: mo.memberId }, lead);
    const forge = async (before: object) => {
      const { version } = await rowOf(id);
      return await undoChanges(me, { items: [{ conversationId: id, version, before }] });
    };
    expect((await forge({ ownerId: me.memberId })).refused).toMatchObject([{ code: 'forbidden' }]);
    const other = await aWorkspace();
    expect((await forge({ teamId: await aTeam(other) })).refused).toMatchObject([
      { code: 'not_found' },
    ]);
    await forge({ labelIds: [await aLabel(other)] });
    expect(await rowOf(id)).toMatchObject({ owner_id: mo.memberId, team_id: null, label_ids: [] });
  });
});

describe('who may not', () => {
  test('a marketer and an admin decide nothing', async () => {
    const { workspace, id, change } = await aDesk();
    const marketer = await aMember(workspace, ['marketer', 'admin']);
    const close = change({ kind: 'status', status: 'resolved' }, marketer);
    await expect(close).rejects.toMatchObject({ code: 'forbidden' });
    const undo = undoChanges(marketer, { items: [{ conversationId: id, version: 1, before: {} }] });
    await expect(undo).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rowOf(id)).toMatchObject({ version: 1 });
  });

  test('a conversation of another workspace and a missing one look the same', async () => {
    const { workspace, id } = await aDesk();
    const stranger = await aMember(await aWorkspace(), ['lead']);
    const missing = uuid();
    const change = { kind: 'assign', memberId: stranger.memberId } as const;
    const answer = await changeConversations(stranger, {
      items: [{ conversationId: id }, { conversationId: missing }],
      change,
    });
    expect(answer.changed).toEqual([]);
    const [theirs, none] = answer.refused;
    expect(theirs).toMatchObject({ code: 'not_found' });
    expect({ ...theirs, conversationId: '' }).toEqual({ ...none, conversationId: '' });
    const undone = await undoChanges(stranger, {
      items: [{ conversationId: id, version: 1, before: { priority: 'low' } }],
    });
    expect(undone.refused).toMatchObject([{ code: 'not_found' }]);
    const { rows } = await database.admin.query(
      'select count(*)::int as count from events where workspace_id = $1',
      [workspace],
    );
    expect(rows).toEqual([{ count: 0 }]);
  });

  test('unknown keys, too many items and a label of another workspace are refused at the door', async () => {
    const { workspace, me, id, change } = await aDesk();
    await expect(change({ kind: 'priority', priority: 'high', force: true })).rejects.toThrow();
    const items = Array.from({ length: 201 }, () => ({ conversationId: uuid() }));
    const many = { items, change: { kind: 'priority', priority: 'high' } };
    await expect(changeConversations(me, many)).rejects.toThrow();
    const label = await aLabel(await aWorkspace());
    expect(workspace).not.toBe('');
    await expect(change({ kind: 'label', add: [label], remove: [] })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await rowOf(id)).toMatchObject({ version: 1, label_ids: [] });
  });
});
