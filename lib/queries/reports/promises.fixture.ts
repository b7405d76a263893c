import { v7 as uuid } from 'uuid';
import { withWorkspace } from '@/db/client';
import {
  calendars,
  calendarVersions,
  slaPolicies,
  slaPolicyVersions,
  slaTargets,
} from '@/db/schema/sla';
import { aConversation, aMember, aWorkspace } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { PromisesAsked } from '@/lib/domain/reports/promises';
import { promisesAsked } from '@/lib/domain/reports/promises';

type Row = Partial<typeof slaTargets.$inferInsert>;

/** A desk with one policy, on which targets are written by hand. */
export async function aDesk() {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead'], 'Lea Lead');
  const policyVersionId = await aPolicy(workspaceId);
  const thread = await aConversation(workspaceId);
  let cycle = 0;

  /** A first response that was kept in a minute, unless said otherwise; its id. */
  async function target(startedAt: string, values: Row = {}): Promise<string> {
    const id = uuid();
    cycle += 1;
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(slaTargets).values({
        ...{ workspaceId, id, conversationId: thread.id, channelId: thread.channelId, cycle },
        ...{ episode: 1, metric: 'first_response', policyVersionId, priority: 1, seconds: 3600 },
        ...{ startedAt, dueAt: after(startedAt, 3600), spans: [], paused: [] },
        ...ended(startedAt, values),
        ...values,
      }),
    );
    return id;
  }

  return { workspaceId, lead, target, ...thread };
}

/** What goes with an outcome: when it was met, was broken and ended, after how long. */
function ended(startedAt: string, { outcome = 'met', elapsedSeconds = '60' }: Row) {
  const seconds = Number(elapsedSeconds);
  const endedAt = elapsedSeconds === null ? null : after(startedAt, seconds);
  if (outcome === 'running') return { outcome, elapsedSeconds: null };
  if (outcome === 'void') return { outcome, elapsedSeconds, endedAt };
  if (outcome === 'met') return { outcome, elapsedSeconds, endedAt, metAt: endedAt };
  const overrunSeconds = elapsedSeconds === null ? null : String(seconds - 3600);
  const breachedAt = after(startedAt, 3600);
  return { outcome, elapsedSeconds, overrunSeconds, endedAt, metAt: endedAt, breachedAt };
}

function after(startedAt: string, seconds: number): string {
  return new Date(Date.parse(startedAt) + seconds * 1000).toISOString();
}

async function aPolicy(workspaceId: string): Promise<string> {
  const [calendarId, policyId, id] = [uuid(), uuid(), uuid()];
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(calendars).values({ workspaceId, id: calendarId });
    await tx.insert(calendarVersions).values({
      ...{ workspaceId, id: uuid(), calendarId, no: 1, name: 'Shop hours' },
      ...{ timeZone: 'Europe/London', weekly: [], exceptions: [] },
    });
    await tx.insert(slaPolicies).values({ workspaceId, id: policyId, position: 1, takesAll: true });
    await tx.insert(slaPolicyVersions).values({
      ...{ workspaceId, id, policyId, no: 1, name: 'All', calendarId },
      ...{ conditions: {}, promises: {}, steps: [] },
    });
  });
  return id;
}

/** What an address asks. The clock of these tests stands in April 2026. */
export function asked(given: Record<string, string>): PromisesAsked {
  return promisesAsked(given, { now: new Date('2026-04-01T12:00:00Z'), zone: 'Europe/London' });
}

/** Another conversation on a channel of the same desk. */
export async function another({ workspaceId }: Pick<Actor, 'workspaceId'>, channelId?: string) {
  const made = await aConversation(workspaceId, channelId === undefined ? {} : { channelId });
  return { conversationId: made.id, channelId: made.channelId };
}
