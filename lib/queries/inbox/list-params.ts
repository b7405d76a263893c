import { z } from 'zod';
import type { View } from '@/lib/domain/conversation/view';
import { findSort, findView } from '@/lib/domain/conversation/view';
import { Refusal } from '@/lib/domain/refusal';
import { isZone } from '@/lib/domain/search/day';
import type { ListRequest } from './list-request';

const MOST_IDS = 50;

/** What the address of a list asks for. Refuses as `invalid` a view or order that there is none of. */
export function listRequestFrom(search: URLSearchParams): ListRequest {
  const sort = search.get('sort');
  const view = viewFrom(search.get('view'));
  const known = sort === null || sort === '' ? null : findSort(sort, view);
  if (known === undefined) throw new Refusal('invalid', 'A list has no such order.');
  return {
    view,
    q: search.get('q') ?? '',
    sort: known,
    zone: zoneFrom(search),
    ids: idsFrom(search.get('ids')),
  };
}

/** The viewer's time zone; UTC when the browser names none that is known here. */
export function zoneFrom(search: URLSearchParams): string {
  const zone = search.get('zone') ?? '';
  return isZone(zone) ? zone : 'UTC';
}

/** Some conversations out of a list: those of which a browser knows that something happened. */
function idsFrom(text: string | null): string[] | null {
  if (text === null) return null;
  const ids = z.array(z.uuid()).min(1).max(MOST_IDS).safeParse(text.split(','));
  if (!ids.success) throw new Refusal('invalid', 'These conversations cannot be read.');
  return ids.data;
}

function viewFrom(name: string | null): View {
  const view = name === null ? undefined : findView(name);
  if (!view) throw new Refusal('invalid', 'There is no such view.');
  return view;
}
