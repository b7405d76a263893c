import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../client';
import { skills } from '../schema/routing';
import { calendarVersions } from '../schema/sla';
import { teams } from '../schema/teams';
import { members } from '../schema/workspaces';
import type { House } from './house';
import type { FirstName, TeamKey } from './team';

const skillNames = ['German', 'Wholesale'] as const;

type Worker = {
  first: FirstName;
  capacity: number;
  skills: readonly (typeof skillNames)[number][];
  cover: FirstName | null;
};

const workers: readonly Worker[] = [
  { first: 'Priya', capacity: 40, skills: [], cover: 'Mo' },
  { first: 'Mo', capacity: 30, skills: ['Wholesale'], cover: 'Priya' },
  { first: 'Lena', capacity: 20, skills: ['German', 'Wholesale'], cover: null },
  { first: 'Jack', capacity: 10, skills: [], cover: null },
];

/** What comes in for it is given out; the other teams take their work themselves. */
const routed: TeamKey = 'press';

const hours: readonly { key: TeamKey; name: string }[] = [
  { key: 'orders', name: 'Care desk' },
  { key: 'shops', name: 'Shops, evenings too' },
];

/** How much each may be given, what they can, when their teams are open, that Lena is at lunch, and which team's work is given out. */
export async function seedAttendance(tx: Tx, house: House, now: Date): Promise<void> {
  const { workspaceId, memberId, teamId, idAt } = house;
  const ids = new Map(skillNames.map((name) => [name, idAt(now)]));
  const createdAt = now.toISOString();
  await tx
    .insert(skills)
    .values([...ids].map(([name, id]) => ({ workspaceId, id, name, createdAt })));
  for (const { first, capacity, skills: can, cover } of workers) {
    await tx
      .update(members)
      .set({
        capacity,
        skillIds: can.flatMap((name) => ids.get(name) ?? []),
        coverId: cover === null ? null : memberId(cover),
      })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId(first))));
  }
  await tx
    .update(members)
    .set({
      availability: 'away',
      availabilityReason: 'Lunch',
      availabilityUntil: new Date(now.getTime() + 45 * 60_000).toISOString(),
      availabilityAt: createdAt,
    })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId('Lena'))));
  await tx
    .update(teams)
    .set({ strategy: 'balanced' })
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId(routed))));
  const known = await tx
    .select({ calendarId: calendarVersions.calendarId, name: calendarVersions.name })
    .from(calendarVersions)
    .where(
      and(
        eq(calendarVersions.workspaceId, workspaceId),
        inArray(
          calendarVersions.name,
          hours.map(({ name }) => name),
        ),
      ),
    );
  for (const { key, name } of hours) {
    const calendarId = known.find((one) => one.name === name)?.calendarId;
    if (!calendarId) throw new Error(`there are no hours called ${name}`);
    await tx
      .update(teams)
      .set({ calendarId })
      .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId(key))));
  }
}
