import path from 'node:path';
import { stderr, stdout } from 'node:process';
import { sql } from 'drizzle-orm';
import { hashPassword } from '@/lib/auth/password';
import { env } from '@/lib/env';
import { story } from '@/sandbox/story';
import type { Tx } from './client';
import { closePool, withSystem, withWorkspace } from './client';
import { users } from './schema/accounts';
import { invitationTexts } from './schema/handoffs';
import { labels } from './schema/labels';
import { teamMembers, teams } from './schema/teams';
import { members, workspaces } from './schema/workspaces';
import { seedAttendance } from './seed/attendance';
import { seedChannels } from './seed/channels';
import { seedConsents } from './seed/consents';
import { seedContacts } from './seed/contacts';
import { seedConversations } from './seed/conversations';
import { seedDesks } from './seed/desk';
import type { House } from './seed/house';
import { foundHouse } from './seed/house';
import { seedLinks } from './seed/links';
import { seedOffers } from './seed/offers';
import { seedPromises } from './seed/promises';
import { seedReplies } from './seed/replies';
import { seedRules } from './seed/rules';
import { DAY_MS } from './seed/standing';
import { demoPassword, teams as demoTeams, teamKeys, workspace } from './seed/team';
import { labelColours, labelNames } from './seed/topics';

/**
 * Fills an empty database with the demo workspace; does nothing when any workspace exists. `now` is
 * the instant the story ends at: the sandbox must be given the same one.
 */
export async function seedDemo(now: Date): Promise<'seeded' | 'already there'> {
  const found = await withSystem((tx) => tx.select().from(workspaces).limit(1), 'read');
  if (found.length > 0) return 'already there';

  const begun = new Date(now.getTime() - 70 * DAY_MS);
  const house = await withAccounts(foundHouse(now, begun), begun);
  await withWorkspace(house.workspaceId, async (tx) => {
    await furnish(tx, house, begun);
    const told = story(now);
    const { accounts } = told;
    const { workspaceId, idAt } = house;
    const channelOf = await seedChannels(tx, workspaceId, { accounts, now, begun, idAt });
    const promises = await seedPromises(tx, house, begun);
    await seedAttendance(tx, house, now);
    const demo = { story: told, channelOf, house, promises, begun, now };
    const laid = await seedConversations(tx, demo);
    await seedConsents(tx, house, { laid, now });
    await seedOffers(tx, house, { laid, now });
    const channelFor = (key: 'brand' | 'support') =>
      channelOf.get(accounts.find((account) => account.key === key)?.id ?? '') ?? '';
    await seedLinks(tx, house, { channelFor, now });
    await seedDesks(tx, house, { laid, now });
    await seedRules(tx, house, begun);
    await seedContacts(tx, house, { laid, begun, now });
    await seedReplies(tx, house, now);
    await analyse(tx);
  });
  return 'seeded';
}

/** Everybody's way in, made before the workspace: what a seed that failed has left of it is taken up. */
async function withAccounts(house: House, begun: Date): Promise<House> {
  const passwordHash = await hashPassword(demoPassword);
  const createdAt = begun.toISOString();
  const rows = house.seated.map(({ userId: id, email, name }) => ({ id, email, name }));
  const made = await withSystem((tx) =>
    tx
      .insert(users)
      .values(rows.map((row) => ({ ...row, passwordHash, createdAt })))
      .onConflictDoUpdate({ target: users.email, set: { passwordHash } })
      .returning({ userId: users.id, email: users.email }),
  );
  const ids = new Map(made.map(({ userId, email }) => [email, userId]));
  const seated = house.seated.map((each) => ({
    ...each,
    userId: ids.get(each.email) ?? each.userId,
  }));
  return { ...house, seated };
}

/** Approved words that invite somebody to write in private. */
const invitations = [
  'We want to put this right. Please send us your order number in a private message.',
  'Sorry about this. Tell us more in a private message, and one of us looks into it today.',
];

/** The workspace itself: who is in it, in which team, and the labels there are. */
async function furnish(tx: Tx, house: House, begun: Date): Promise<void> {
  const { workspaceId, seated, memberId, teamId, labelId } = house;
  const createdAt = begun.toISOString();
  await tx.insert(workspaces).values({ id: workspaceId, ...workspace, createdAt });
  await tx.insert(members).values(
    seated.map(({ memberId: id, userId, name, email, roles }) => ({
      ...{ workspaceId, id, userId, name, email, roles, createdAt },
    })),
  );
  await tx.insert(teams).values(
    teamKeys.map((key) => ({
      workspaceId,
      id: teamId(key),
      name: demoTeams[key].name,
      createdAt,
    })),
  );
  await tx.insert(teamMembers).values(
    teamKeys.flatMap((key) =>
      demoTeams[key].members.map((first) => ({
        ...{ workspaceId, teamId: teamId(key), memberId: memberId(first), createdAt },
      })),
    ),
  );
  await tx.insert(invitationTexts).values(
    invitations.map((body, place) => ({
      workspaceId,
      id: house.idAt(begun),
      body,
      // Their order is that in which they were approved.
      createdAt: new Date(begun.getTime() + place * 60_000).toISOString(),
    })),
  );
  await tx.insert(labels).values(
    labelNames.map((name) => ({
      ...{ workspaceId, id: labelId(name), name, colour: labelColours[name], createdAt },
    })),
  );
}

/** The planner knows nothing of rows that came in bulk until it has looked at them. */
async function analyse(tx: Tx): Promise<void> {
  await tx.execute(sql`select set_config('role', 'none', true)`);
  await tx.execute(
    sql`analyze contacts, conversations, messages, events, deliveries, identities, conversation_reads`,
  );
}

/** What the database said; never the statement with all that it was to write. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
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
    stderr.write(`[demo] ${reasonOf(error)}\n`);
    process.exitCode = 1;
  } finally {
    await closePool();
  }
}
