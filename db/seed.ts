import path from 'node:path';
import { stderr, stdout } from 'node:process';
import { sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { hashPassword } from '@/lib/auth/password';
import { env } from '@/lib/env';
import { story } from '@/sandbox/story';
import type { Tx } from './client';
import { closePool, withSystem, withWorkspace } from './client';
import { users } from './schema/accounts';
import { members, workspaces } from './schema/workspaces';
import { seedChannels } from './seed/channels';
import { seedConversations } from './seed/conversations';
import type { Seated } from './seed/team';
import { demoPassword, team, workspace } from './seed/team';

/**
 * Fills an empty database with the demo workspace; does nothing when any workspace exists. `now` is
 * the instant the story ends at: the sandbox must be given the same one.
 */
export async function seedDemo(now: Date): Promise<'seeded' | 'already there'> {
  const found = await withSystem((tx) => tx.select().from(workspaces).limit(1), 'read');
  if (found.length > 0) return 'already there';

  const workspaceId = uuid();
  const seated = await seatTeam();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(workspaces).values({ id: workspaceId, ...workspace });
    await tx.insert(members).values(seated.map((each) => memberRow(workspaceId, each)));
    const told = story(now);
    const channelOf = await seedChannels(tx, workspaceId, { accounts: told.accounts, now });
    const agents = seated.filter((each) => each.roles.includes('agent'));
    await seedConversations(tx, workspaceId, { story: told, channelOf, agents, now });
    await analyse(tx);
  });
  return 'seeded';
}

async function seatTeam(): Promise<Seated[]> {
  const passwordHash = await hashPassword(demoPassword);
  const seated = team.map((each) => ({ ...each, memberId: uuid(), userId: uuid() }));
  await withSystem((tx) =>
    tx
      .insert(users)
      .values(seated.map(({ userId, email, name }) => ({ id: userId, email, name, passwordHash }))),
  );
  return seated;
}

function memberRow(workspaceId: string, seated: Seated) {
  const { memberId, userId, name, email, roles } = seated;
  return { workspaceId, id: memberId, userId, name, email, roles };
}

/** The planner knows nothing of rows that came in bulk until it has looked at them. */
async function analyse(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'none', true)`);
  await tx.execute(sql`analyze conversations, messages, events, deliveries, identities`);
}

/** The instant that launcher, sandbox and seed agree on. */
function epoch(): Date {
  const given = process.env['SANDBOX_EPOCH'];
  const instant = given ? new Date(given) : new Date();
  if (Number.isNaN(instant.getTime())) throw new Error('SANDBOX_EPOCH is not an ISO 8601 instant.');
  return instant;
}

if (process.argv[1] !== undefined && path.basename(process.argv[1]) === 'seed.mjs') {
  try {
    env();
    stdout.write(`[demo] ${await seedDemo(epoch())}\n`);
  } catch (error) {
    stderr.write(`[demo] ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closePool();
  }
}
