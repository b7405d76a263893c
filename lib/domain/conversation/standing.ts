import type { ConversationKind, Status } from './conversation';
import type { Scope, View } from './view';
import { scopeOf } from './view';

/** What decides whether a conversation stands in a view, as far as a list row tells. */
export type Standing = {
  kind: ConversationKind;
  status: Status;
  ownerId: string | null;
  teamId: string | null;
  channelId: string;
  riskAt: string | null;
  breachedAt: string | null;
};

/** Whether a conversation that stood in a view still does; what a row does not tell leaves it there. */
export function standsIn(row: Standing, view: View, me: string): boolean {
  const { statuses, kind, owner, teamId, channelId, clock } = scopeOf(view);
  const wanted: readonly Status[] = statuses;
  if (!wanted.includes(row.status)) return false;
  if (kind !== undefined && row.kind !== kind) return false;
  if (clock !== undefined && clock !== clockOf(row)) return false;
  if (owner !== undefined && row.ownerId !== (owner === 'me' ? me : null)) return false;
  if (teamId !== undefined && row.teamId !== teamId) return false;
  return channelId === undefined || row.channelId === channelId;
}

/** Of several promises the broken one counts. */
function clockOf({ riskAt, breachedAt }: Standing): Scope['clock'] {
  if (breachedAt !== null) return 'breached';
  return riskAt === null ? undefined : 'due';
}
