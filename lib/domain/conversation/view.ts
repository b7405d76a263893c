import type { ConversationKind, Status } from './conversation';

/** The views that every workspace has, by the names in their addresses. */
export const builtInViews = [
  'mine',
  'unassigned',
  'open',
  'due',
  'breached',
  'mentions',
  'mentioned',
  'waiting',
  'snoozed',
  'review',
  'resolved',
  'spam',
  'all',
] as const;
export type BuiltInView = (typeof builtInViews)[number];

/** A view by its name in the address: one that every workspace has, or a team's, a channel's or a saved one. */
export type View = BuiltInView | `${'team' | 'channel' | 'saved'}-${string}`;

/** The orders that every view can be put in. */
export const keptSorts = ['newest', 'oldest', 'waiting', 'priority'] as const;
/** The same, and by what is due next. */
export const sorts = ['due', ...keptSorts] as const;
export type Sort = (typeof sorts)[number];

/** The orders that a view can be put in: nothing is due in what is settled. */
export function sortsOf(view: View): readonly Sort[] {
  const { statuses } = scopeOf(view);
  return statuses.some((status) => settled.includes(status)) ? keptSorts : sorts;
}

/** The order of a view in which nobody asked for another. */
export function ownSort(view: View): Sort {
  return scopeOf(view).clock ? 'due' : 'newest';
}

/** The order that an address names; undefined when the view has none of that name. */
export function findSort(name: string, view: View): Sort | undefined {
  return sortsOf(view).find((known) => known === name);
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The view that an address names; undefined when there can be none of that name. */
export function findView(name: string): View | undefined {
  const builtIn = builtInViews.find((known) => known === name);
  if (builtIn) return builtIn;
  const [, kind, id = ''] = /^(team|channel|saved)-(.+)$/.exec(name) ?? [];
  if (kind !== 'team' && kind !== 'channel' && kind !== 'saved') return undefined;
  return UUID.test(id) ? `${kind}-${id}` : undefined;
}

/** Which conversations a view holds, before any filter. */
export type Scope = {
  statuses: readonly Status[];
  owner?: 'me' | 'nobody';
  teamId?: string;
  channelId?: string;
  /** Only those that everyone can read, or only the others. */
  kind?: ConversationKind;
  /** Only those in whose notes the asker is named. */
  mentioned?: true;
  /** Only those with a message that failed or waits for a decision. */
  inTrouble?: true;
  /** Only those of which a promise is at risk and none broken, or one is broken. */
  clock?: 'due' | 'breached';
};

/** What asks for somebody's work now. */
const active = ['open', 'on_hold'] as const satisfies Status[];
/** What has clocks that anybody looks at. */
export const unsettled = ['open', 'waiting', 'on_hold', 'snoozed'] as const satisfies Status[];
const settled: readonly Status[] = ['resolved', 'spam'];
const notSpam = [...unsettled, 'resolved'] as const satisfies Status[];

const scopes = {
  mine: { statuses: active, owner: 'me' },
  unassigned: { statuses: active, owner: 'nobody' },
  open: { statuses: active },
  due: { statuses: unsettled, clock: 'due' },
  breached: { statuses: unsettled, clock: 'breached' },
  mentions: { statuses: active, kind: 'public' },
  mentioned: { statuses: unsettled, mentioned: true },
  waiting: { statuses: ['waiting'] },
  snoozed: { statuses: ['snoozed'] },
  review: { statuses: notSpam, inTrouble: true },
  resolved: { statuses: ['resolved'] },
  spam: { statuses: ['spam'] },
  all: { statuses: notSpam },
} as const satisfies Record<BuiltInView, Scope>;

/** The scope of a view; a saved one holds what its query finds among everything but spam. */
export function scopeOf(view: View): Scope {
  const builtIn = builtInViews.find((known) => known === view);
  if (builtIn) return scopes[builtIn];
  const id = view.slice(view.indexOf('-') + 1);
  if (view.startsWith('team-')) return { statuses: active, teamId: id };
  if (view.startsWith('channel-')) return { statuses: active, channelId: id };
  return scopes.all;
}
