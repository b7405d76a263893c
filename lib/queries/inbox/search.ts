import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { CALLED_BACK } from '@/lib/domain/delivery/called-back';
import { excerptOf, findIn, fitOf } from '@/lib/domain/search/excerpt';
import type { Needle } from '@/lib/domain/search/needles';
import { scoreOf } from '@/lib/domain/search/rank';
import { contactName, iso, rowColumns } from './columns';
import { fromCursor, toCursor } from './cursor';
import type { Asked } from './list-request';
import { selectedBy } from './list-statement';
import type { Selection } from './selection';
import type { Values } from './values';
import type { ConversationPage, ConversationRow, Match } from './views';
import { nameQuery, windowsFor } from './windows';

const PAGE = 50;
/** Messages that the index names: more where the rest of the query may leave few. */
const EXAMINED = { wide: 400, narrow: 1_500 } as const;
/** Those of them that the rest of the query leaves, and people by name. */
const KEPT = 300;
const PEOPLE = 300;
/** Who needs to see more than these says more exactly what is looked for. */
const MOST = 200;

/** One conversation that a search found, with the place in it that fits best. */
type SearchHit = { id: string; score: number; match: BestMatch | null };
type BestMatch = { messageId: string; at: string; body: string };

/** A page of a search for words, the best first. */
export async function searchPage(
  tx: Tx,
  asked: Asked,
  cursor: string | null,
): Promise<ConversationPage> {
  const from = cursor === null ? 0 : Number(fromCursor(cursor, ['digits'])[0]);
  const { hits } = await searchHits(tx, asked);
  const page = hits.slice(from, from + PAGE);
  const rows = await rowsOf(tx, asked, page);
  const more = hits.length > from + PAGE;
  return {
    rows,
    nextCursor: more ? toCursor([String(from + PAGE)]) : null,
    problems: asked.problems,
  };
}

/** What a search for words finds, the best first; `capped` where it looked no further and more may fit. */
type SearchHits = { hits: SearchHit[]; capped: boolean };

/** Every conversation that a search for words finds, at most 200. */
export async function searchHits(tx: Tx, asked: Asked): Promise<SearchHits> {
  const { now } = asked;
  const needles = asked.needles ?? [];
  if (needles.length === 0) return { hits: [], capped: false };
  const rows = await rowsFound(tx, asked, needles);
  const best = new Map<string, SearchHit>();
  for (const found of rows) {
    const hit = hitFrom(found, needles, now);
    if (hit && hit.score > (best.get(hit.id)?.score ?? 0)) best.set(hit.id, hit);
  }
  return {
    hits: [...best.values()].sort((a, b) => b.score - a.score).slice(0, MOST),
    capped: best.size > MOST || isCutShort(rows),
  };
}

/** Whether one of the limits on the way to these rows was reached. */
function isCutShort(rows: readonly FoundRow[]): boolean {
  const said = rows.filter(({ messageId }) => messageId !== null).length;
  return Math.max(said, rows.length - said) >= KEPT || rows.some(({ more }) => more);
}

type FoundRow = {
  id: string;
  messageId: string | null;
  at: string;
  text: string;
  /** Whether the index named as many as it was asked for. */
  more: boolean;
};

function hitFrom({ id, messageId, at, text }: FoundRow, needles: readonly Needle[], now: Date) {
  const fit = fitOf(text, needles);
  if (fit === null) return null;
  const score = scoreOf({
    ageMs: now.getTime() - Date.parse(at),
    needles: needles.length,
    whole: fit.whole,
    places: fit.places,
    isName: messageId === null,
  });
  const match = messageId === null ? null : { messageId, at, body: text };
  return { id, score, match };
}

async function rowsFound(
  tx: Tx,
  { selection, values, now }: Asked,
  needles: readonly Needle[],
): Promise<FoundRow[]> {
  const { workspaceId } = values;
  const span = await searchSpan(tx, workspaceId, now);
  const said = values.add(windowsFor(workspaceId, needles, span));
  const named = values.add(nameQuery(workspaceId, needles));
  const fits = selectedBy(selection, values);
  const isWide = selection.conditions.length + selection.only.length === 0;
  const examined = isWide && selection.statuses.length > 2 ? EXAMINED.wide : EXAMINED.narrow;
  return await prepared<FoundRow>(tx, {
    text: `
      with said as materialized (select * from porchlight_said(${said}::tsquery[], ${examined})),
        named as materialized (select * from porchlight_named(${named}::tsquery, null, ${PEOPLE}))
      (select c.id, s.message_id as "messageId", ${iso('s.at')} as at, m.body as text,
          (select count(*) >= ${examined} from said) as more
        from said s
        join conversations c on c.workspace_id = ${values.workspace} and c.id = s.conversation_id
        join messages m on m.workspace_id = ${values.workspace} and m.id = s.message_id
        where ${fits} and ${isSaid(values)} order by s.at desc limit ${KEPT})
      union all
      (select c.id, null, ${iso('c.last_message_at')}, concat_ws(' ', ${contactName}, i.handle),
          (select count(*) >= ${PEOPLE} from named)
        from named n
        join identities i on i.workspace_id = ${values.workspace} and i.id = n.identity_id
        join conversations c on c.workspace_id = ${values.workspace} and c.identity_id = i.id
        cross join (select null::timestamptz as at) s
        where ${fits} order by c.last_message_at desc limit ${KEPT})`,
    values: values.list,
  });
}

/**
 * The same as a selection, to be counted. It asks the index alone: a pair of words in the wrong order, which
 * the list leaves out, is counted.
 */
export function countable({ needles, selection, values }: Asked, span: Span): Selection {
  if (needles === null) return selection;
  const { workspaceId, workspace } = values;
  const said = needles.length === 0 ? [] : windowsFor(workspaceId, needles, span);
  const ids = `select s.conversation_id as id from porchlight_said(${values.add(said)}::tsquery[], ${KEPT}) s
    where ${isSaid(values)}
    union select c.id from porchlight_named(${values.add(nameQuery(workspaceId, needles))}::tsquery, null, ${PEOPLE}) n
    join conversations c on c.workspace_id = ${workspace} and c.identity_id = n.identity_id`;
  return { ...selection, only: [...selection.only, `(${ids})`] };
}

const DAY_MS = 86_400_000;

type Span = { from: Date; to: Date };

/** What was called back was never said. A scalar, so that the few are looked up and never all deliveries joined. */
function isSaid({ workspace }: Values): string {
  return `(select d.detail from deliveries d where d.workspace_id = ${workspace}
    and d.message_id = s.message_id) is distinct from '${CALLED_BACK}'`;
}

/** The days in which something was said. */
export async function searchSpan(tx: Tx, workspaceId: string, now: Date): Promise<Span> {
  const [found] = await prepared<{ at: Date | null }>(tx, {
    name: 'oldest_message',
    text: 'select min(at) as at from messages where workspace_id = $1',
    values: [workspaceId],
  });
  return { from: found?.at ?? now, to: new Date(now.getTime() + DAY_MS) };
}

async function rowsOf(tx: Tx, { values, needles }: Asked, hits: readonly SearchHit[]) {
  const rows = await prepared<ConversationRow>(tx, {
    name: 'conversations_found',
    text: `
      select ${rowColumns('$2')}
      from unnest($3::uuid[]) with ordinality found(id, place)
      join conversations c on c.workspace_id = $1 and c.id = found.id
      join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
      order by found.place`,
    values: [values.workspaceId, values.memberId, hits.map(({ id }) => id)],
  });
  return rows.map((row, index) => ({ ...row, match: matchOf(hits[index], needles ?? []) }));
}

function matchOf(hit: SearchHit | undefined, needles: readonly Needle[]): Match | null {
  if (!hit?.match) return null;
  const { messageId, at, body } = hit.match;
  return { messageId, at, ...excerptOf(body, findIn(body, needles) ?? []) };
}
