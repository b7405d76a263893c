import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { calendars } from '@/db/schema/sla';
import { teams } from '@/db/schema/teams';
import { refusedField } from '@/lib/domain/refusal';
import { absencePolicies, strategies } from '@/lib/domain/routing/work';
import type { CommandContext } from '../command';
import { command } from '../command';
import { wholeNumber } from '../typed-number';
import { isTeam, teamFor } from './team-for';

const minutes = (least: number) =>
  wholeNumber({ least, most: 10_080, said: `Enter whole minutes, ${least} to 10,080 (a week).` });

const input = z.strictObject({
  teamId: z.uuid(),
  strategy: z.enum(strategies),
  /** Empty for always. */
  calendarId: z.union([z.literal('').transform(() => null), z.uuid()]),
  absence: z.enum(absencePolicies),
  absenceMinutes: minutes(1),
  stickyDays: wholeNumber({ least: 0, most: 365, said: 'Enter whole days, 0 to 365.' }),
  /** Empty for never. */
  touchMinutes: z.union([
    z
      .string()
      .trim()
      .length(0)
      .transform(() => null),
    minutes(1),
  ]),
  mostHops: wholeNumber({ least: 0, most: 20, said: 'Enter a whole number, 0 to 20.' }),
  relaxMinutes: minutes(0),
});

type Settings = Omit<z.output<typeof input>, 'teamId'>;

/** How a team gives out its work, when it is open, and what becomes of work whose owner is away. */
export const changeTeamRouting = command({
  permission: 'routing.manage',
  input,
  async run(context, { teamId, ...settings }) {
    const { tx, workspaceId } = context;
    const team = await teamFor(context, teamId);
    if (namesOf(settings).every((name) => team[name] === settings[name])) {
      return { value: null, events: [] };
    }
    if (settings.calendarId !== team.calendarId) await requireHours(context, settings.calendarId);
    await tx.update(teams).set(settings).where(isTeam(workspaceId, teamId));
    return {
      value: null,
      events: [{ type: 'team.changed', data: { teamId, strategy: settings.strategy } }],
      nudges: ['routing'],
    };
  },
});

function namesOf(settings: Settings) {
  return Object.keys(settings) as (keyof Settings)[];
}

/** Locked too: hours are not archived while a team is given them. */
async function requireHours(
  { tx, workspaceId }: CommandContext,
  calendarId: string | null,
): Promise<void> {
  if (calendarId === null) return;
  const [hours] = await tx
    .select({ id: calendars.id })
    .from(calendars)
    .where(
      and(
        eq(calendars.workspaceId, workspaceId),
        eq(calendars.id, calendarId),
        isNull(calendars.archivedAt),
      ),
    )
    .for('share');
  if (!hours)
    throw refusedField('calendarId', 'These hours are not in use any more. Choose again.');
}
