import type { Priority, Status } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { Scope, Sort } from '@/lib/domain/conversation/view';
import { troubledStates } from '@/lib/domain/delivery/states';
import type { Values } from './values';

/** Which conversations are asked for, as conditions on a conversation `c`. */
export type Selection = {
  statuses: readonly Status[];
  priorities: readonly Priority[];
  /** Columns that one value is asked of: sorting by them too is what lets PostgreSQL read their index in order. */
  fixed: readonly string[];
  conditions: readonly string[];
  /** Statements that give the ids of all there can be; few, and therefore where to begin. */
  only: readonly string[];
};

/** What a view holds before any filter, to be read in an order. */
export function selectionOf(scope: Scope, values: Values, sort: Sort = 'due'): Selection {
  const { statuses, kind, owner, teamId, channelId, mentioned, inTrouble, clock } = scope;
  const pinned = [
    owner === 'me' && ['c.owner_id', `c.owner_id = ${values.asker}`],
    owner === 'nobody' && ['c.owner_id', 'c.owner_id is null'],
    teamId !== undefined && ['c.team_id', `c.team_id = ${values.add(teamId)}`],
    channelId !== undefined && ['c.channel_id', `c.channel_id = ${values.add(channelId)}`],
  ].filter((pin) => pin !== false);
  return {
    statuses,
    priorities,
    fixed: pinned.map(([column = '']) => column),
    conditions: [
      ...(kind ? [`c.kind = '${kind}'`] : []),
      ...(clock ? [clocks[clock]] : []),
      ...pinned.map(([, condition = '']) => condition),
    ],
    only: [
      ...(mentioned ? [mentioning(values)] : []),
      ...(inTrouble ? [troubled(values)] : []),
      // Their index gives them by what is due next; in any other order they are few enough to be sorted.
      ...(clock && sort !== 'due' ? [ticking(clock, values)] : []),
    ],
  };
}

/** As the indexes of what is at risk and of what is broken ask it. */
export const clocks = {
  due: '(c.risk_at is not null and c.breached_at is null)',
  breached: 'c.breached_at is not null',
} as const;

/** The conversations in whose notes the asker is named. */
export function mentioning(values: Values): string {
  return `select distinct n.conversation_id as id from note_mentions n
    where n.workspace_id = ${values.workspace} and n.member_id = ${values.asker}`;
}

/** The conversations of which a promise is at risk, or broken. */
export function ticking(clock: keyof typeof clocks, values: Values): string {
  return `select c.id from conversations c where c.workspace_id = ${values.workspace} and ${clocks[clock]}`;
}

function troubled(values: Values): string {
  return `select distinct d.conversation_id as id from deliveries d
    where d.workspace_id = ${values.workspace} and d.state in ('${troubledStates.join("','")}')`;
}
