import { v4 as clientKey } from 'uuid';
import { closePool } from '@/db/client';
import { changeConversations } from '@/lib/commands/conversation/change';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { replyToConversation } from '@/lib/commands/conversation/reply';
import type { Actor } from '@/lib/domain/access/can';
import { time } from './clock';
import { newestSeq } from './intake';
import type { Line } from './line';
import { line } from './reads';
import type { Rig } from './rig';
import { statementsSince } from './rig';

const CALLS = 100;

/** Budget 5 and the writing half of 15: what the server spends on a reply, a claim and an assignment. */
export async function writes(rig: Rig): Promise<Line[]> {
  Object.assign(process.env, rig.stack.env);
  const [first, second] = rig.loaded.members;
  if (!first || !second) throw new Error('nobody to write as');
  const actor = actorFor(rig, first);
  const unassigned = await openWithoutOwner(rig);
  const targets = unassigned.slice(0, CALLS);
  if (targets.length < CALLS) throw new Error('too few unassigned conversations to write on');
  const seenSeq = await newestSeq(rig);

  const claim = await time((turn) => claimConversation(actor, { conversationId: targets[turn] }), {
    count: CALLS,
  });
  const assign = await time(
    (turn) =>
      changeConversations(actor, {
        items: [{ conversationId: targets[turn] }],
        change: { kind: 'assign', memberId: second.id },
      }),
    { count: CALLS },
  );
  await statementsSince(rig.admin);
  const reply = await time(
    (turn) =>
      replyToConversation(actor, {
        conversationId: targets[turn],
        clientKey: clientKey(),
        body: `An answer, number ${turn}.`,
        seenSeq,
      }),
    { count: CALLS },
  );
  const statements = (await statementsSince(rig.admin)) / CALLS;
  await everyReplyStands(rig, targets);
  await closePool();
  return [
    line('5', 'reply, p50', reply.p50, { unit: 'ms', limit: 8 }),
    line('5', 'claim, p50', claim.p50, { unit: 'ms', limit: 8 }),
    line('5', 'assign, p50', assign.p50, { unit: 'ms', limit: 8 }),
    line('15', 'statements per reply', statements, { unit: 'SQL' }),
  ];
}

async function everyReplyStands(rig: Rig, targets: readonly string[]): Promise<void> {
  const { rows } = await rig.admin.query<{ count: number }>(
    'select count(*)::int as count from deliveries where conversation_id = any($1)',
    [targets],
  );
  if (rows[0]?.count !== targets.length)
    throw new Error(`${rows[0]?.count} of ${targets.length} replies stand`);
}

async function openWithoutOwner(rig: Rig): Promise<string[]> {
  const { rows } = await rig.admin.query<{ id: string }>(
    "select id from conversations where workspace_id = $1 and status = 'open' and owner_id is null order by id",
    [rig.loaded.workspaceId],
  );
  return rows.map((row) => row.id);
}

function actorFor(rig: Rig, member: Rig['loaded']['members'][number]): Actor {
  return {
    userId: member.userId,
    memberId: member.id,
    workspaceId: rig.loaded.workspaceId,
    sessionId: member.id,
    name: 'Agent 1',
    email: 'agent@bench.example',
    roles: ['agent', 'lead'],
  };
}
