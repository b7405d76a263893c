import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Term } from '@/lib/domain/search/query';

const named = ['owner', 'label', 'team', 'channel', 'contactlabel'] as const;
type Named = (typeof named)[number];

/** What a name in a search stands for. Several things may have one name; none is a name nobody has. */
type Meant = {
  ids: readonly string[];
  /** Whether so few conversations, or contacts, carry the label that one had better begin with them. */
  rare: boolean;
};
export type Names = (operator: Named, name: string) => Meant;

/** As many conversations or contacts with a label as are sooner read and sorted than come across in a list. */
export const FEW = 3_000;

/** Looks up every name of a search in one statement, or in none when there is no name. */
export async function namesIn(tx: Tx, workspaceId: string, terms: readonly Term[]): Promise<Names> {
  const wanted = named.map((operator) =>
    terms.filter((term) => term.operator === operator).map(({ value }) => value.toLowerCase()),
  );
  if (wanted.every(({ length }) => length === 0)) return () => nothing;
  const rows = await prepared<Meant & { operator: Named; name: string }>(tx, {
    name: 'search_names',
    text: statement,
    values: [workspaceId, ...wanted],
  });
  const meant = new Map(rows.map((row) => [`${row.operator}:${row.name}`, row]));
  return (operator, name) => meant.get(`${operator}:${name.toLowerCase()}`) ?? nothing;
}

const nothing: Meant = { ids: [], rare: true };

/** By which function those with a label are found, as far as a number of them. */
const carriers: Partial<Record<Named, string>> = {
  label: 'porchlight_labelled',
  contactlabel: 'porchlight_labelled_contacts',
};

/** A member may be called by their name, its first part or their address; a channel by its name or handle. */
const statement = `
  ${lookUp('owner', '$2', 'members', "lower(t.email) = n.name or starts_with(lower(t.name), n.name || ' ')")}
  union all ${lookUp('label', '$3', 'labels')}
  union all ${lookUp('team', '$4', 'teams')}
  union all ${lookUp('channel', '$5', 'channels', 'lower(t.handle) = n.name')}
  union all ${lookUp('contactlabel', '$6', 'labels')}`;

function lookUp(operator: Named, parameter: string, table: string, orElse = 'false'): string {
  const found = carriers[operator];
  const rare = found
    ? `(select count(*) <= ${FEW} from ${found}(array_agg(t.id), ${FEW + 1}))`
    : 'false';
  return `select '${operator}' as operator, n.name, array_agg(t.id) as ids, ${rare} as rare
    from unnest(${parameter}::text[]) n(name)
    join ${table} t on t.workspace_id = $1 and (lower(t.name) = n.name or ${orElse})
    group by n.name`;
}
