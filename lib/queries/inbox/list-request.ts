import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Sort, View } from '@/lib/domain/conversation/view';
import { ownSort, scopeOf } from '@/lib/domain/conversation/view';
import { Refusal } from '@/lib/domain/refusal';
import type { Needle } from '@/lib/domain/search/needles';
import { needlesOf } from '@/lib/domain/search/needles';
import type { Problem, Term } from '@/lib/domain/search/query';
import { hasText, parseQuery } from '@/lib/domain/search/query';
import type { FilterContext } from './filter';
import { narrowed } from './filter';
import { namesIn } from './names';
import type { Selection } from './selection';
import { selectionOf } from './selection';
import { Values } from './values';

/** What a list is asked: a view, narrowed by a search, in some order. `zone` is the viewer's, for days. */
export type ListRequest = {
  view: View;
  q: string;
  sort: Sort | null;
  zone: string;
  /** Only those of these that stand in it. */
  ids?: readonly string[] | null;
};

/** The same, understood. */
export type Asked = {
  selection: Selection;
  sort: Sort;
  values: Values;
  /** What is looked for in messages, names and handles; null when no words are, and a list is asked for. */
  needles: Needle[] | null;
  problems: Problem[];
  /** Whether nothing but the view decides, so that the statement is one of a few. */
  plain: boolean;
  now: Date;
};

type Saving = { queries: readonly string[]; zone: string; values: Values };

/** Saved views, understood for whoever looks at them, to be counted in one statement. */
export async function askedForSaved(
  tx: Tx,
  actor: Actor,
  { queries, zone, values }: Saving,
): Promise<Asked[]> {
  const each = queries.map((query) => parseQuery(query).terms);
  const names = await namesIn(tx, actor.workspaceId, each.flat());
  const moment = 'c.last_message_at';
  const all = { view: 'all', sort: 'newest' } as const;
  return each.map((terms) => understood([terms], { values, names, zone, moment, ...all }));
}

/** Understands a request. Refuses as `not_found` a saved view that the asker cannot see. */
export async function askedFor(tx: Tx, actor: Actor, request: ListRequest): Promise<Asked> {
  const saved = await savedFor(tx, actor, request.view);
  const { terms, problems } = parseQuery(request.q);
  const kept = parseQuery(saved?.query ?? '').terms;
  const names = await namesIn(tx, actor.workspaceId, [...kept, ...terms]);
  const words = hasText([...kept, ...terms]);
  const moment = words ? 'coalesce(s.at, c.last_message_at)' : 'c.last_message_at';
  const values = new Values(actor);
  const sort = request.sort ?? saved?.sort ?? ownSort(request.view);
  const asked = among(
    request.ids ?? null,
    understood([kept, terms], { ...request, values, names, moment, sort }),
  );
  return { ...asked, problems };
}

type Asking = Omit<FilterContext, 'now'> & { view: View; sort: Sort };

/** Groups of terms, each of which narrows what the others leave. */
function understood(groups: readonly Term[][], { view, sort, ...asking }: Asking): Asked {
  const every = groups.flat();
  const { values } = asking;
  const now = new Date();
  const context: FilterContext = { ...asking, now };
  const all = selectionOf(reaching(scopeOf(view), view, every), values, sort);
  const some = groups.reduce((left, terms) => narrowed(left, terms, context), all);
  return {
    selection: { ...some, conditions: [...some.conditions, ...silentAbout(every, values)] },
    sort,
    values,
    needles: hasText(every) ? needlesOf(every) : null,
    problems: [],
    plain: every.length === 0,
    now,
  };
}

/** None of the messages of a conversation `c` says an unwanted word. */
function silentAbout(terms: readonly Term[], values: Values): string[] {
  const unwanted = terms.filter(({ operator, negated }) => operator === 'text' && negated);
  return unwanted.map(
    ({ value }) => `not exists (select from messages u where u.workspace_id = ${values.workspace}
      and u.conversation_id = c.id
      and position(porchlight_fold(${values.add(value)}) in porchlight_fold(u.body)) > 0)`,
  );
}

function among(ids: readonly string[] | null, asked: Asked): Asked {
  if (ids === null) return asked;
  const { selection, values } = asked;
  const chosen = `select unnest(${values.add(ids)}::uuid[]) as id`;
  return { ...asked, plain: false, selection: { ...selection, only: [...selection.only, chosen] } };
}

type Saved = { query: string; sort: Sort };

async function savedFor(tx: Tx, actor: Actor, view: View): Promise<Saved | null> {
  if (!view.startsWith('saved-')) return null;
  const [found] = await prepared<Saved>(tx, {
    name: 'saved_view',
    text: `select query, sort from saved_views where workspace_id = $1 and id = $2
      and (owner_id is null or owner_id = $3)`,
    values: [actor.workspaceId, view.slice('saved-'.length), actor.memberId],
  });
  if (!found) throw new Refusal('not_found', 'There is no such view.');
  return found;
}

/** Who asks for spam by name among everything means it. */
function reaching(scope: ReturnType<typeof scopeOf>, view: View, terms: readonly Term[]) {
  const wide = view === 'all' || view.startsWith('saved-');
  const asksForSpam = terms.some(
    ({ operator, value, negated }) => operator === 'status' && value === 'spam' && !negated,
  );
  return wide && asksForSpam ? { ...scope, statuses: [...scope.statuses, 'spam' as const] } : scope;
}
