import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { channels } from '@/db/schema/channels';
import { labels } from '@/db/schema/labels';
import { teams } from '@/db/schema/teams';
import { members } from '@/db/schema/workspaces';
import { refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { PolicyInput } from './policy-input';

type Named = { field: string; ids: readonly string[]; said: string };

/** Everything that a policy names is of this workspace, and whoever it tells works here. */
export async function requireNamedThings(
  context: CommandContext,
  { conditions, steps }: PolicyInput,
): Promise<void> {
  const { channelIds = [], teamIds = [], labelIds = [] } = conditions;
  const none = (what: string) => `One of these ${what} is not there any more. Choose again.`;
  const effects = steps.flatMap((step, no) =>
    step.effects.map((effect) => ({ effect, field: `steps.${no}.effects` })),
  );
  const put = effects.flatMap(({ effect, field }) =>
    effect.kind === 'label' ? [{ field, ids: [effect.labelId], said: none('labels') }] : [],
  );
  const given = effects.flatMap(({ effect, field }) =>
    effect.kind === 'team' ? [{ field, ids: [effect.teamId], said: none('teams') }] : [],
  );
  const told = effects.flatMap(({ effect, field }) =>
    effect.kind === 'notify_member'
      ? [{ field, ids: [effect.memberId], said: 'Somebody who is to be told does not work here.' }]
      : [],
  );
  const under = (name: string, ids: readonly string[], what: string): Named[] => [
    { field: `conditions.${name}`, ids, said: none(what) },
  ];
  await requireAll(context, channels, under('channelIds', channelIds, 'channels'));
  await requireAll(context, teams, [...under('teamIds', teamIds, 'teams'), ...given]);
  await requireAll(context, labels, [...under('labelIds', labelIds, 'labels'), ...put]);
  await requireAll(context, members, told, members.removedAt);
}

/** `gone`: when set, the thing is no longer here though its row is. */
async function requireAll(
  { tx, workspaceId }: CommandContext,
  table: PgTable & { id: PgColumn; workspaceId: PgColumn },
  named: readonly Named[],
  gone?: PgColumn,
): Promise<void> {
  const ids = named.flatMap((each) => each.ids);
  if (ids.length === 0) return;
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.workspaceId, workspaceId), inArray(table.id, ids), gone && isNull(gone)));
  const here = new Set<unknown>(rows.map(({ id }) => id));
  const missing = named.find((each) => each.ids.some((id) => !here.has(id)));
  if (missing) throw refusedField(missing.field, missing.said);
}
