import type { Drafts } from './draft-rules';
import { draftsAfterReload, parseDrafts } from './draft-rules';
import type { KnownDrafts } from './known-drafts';
import { parseKnown } from './known-drafts';

/** What this device keeps of a conversation's drafts, before the server has heard of it. */
export type Stored = { drafts: Drafts; known: KnownDrafts };

const draftsKey = (id: string) => `draft:${id}`;
const knownKey = (id: string) => `draft-known:${id}`;

/** What a page that begins finds. */
export function storedAtStart(id: string): Stored {
  return {
    drafts: draftsAfterReload(stored(draftsKey(id))),
    known: parseKnown(stored(knownKey(id))),
  };
}

/** What another window has just put there. */
export function storedNow(id: string): Stored {
  return { drafts: parseDrafts(stored(draftsKey(id))), known: parseKnown(stored(knownKey(id))) };
}

/** Answers whether this device now holds it: a browser may have no room, or store nothing at all. */
export function store(id: string, { drafts, known }: Stored): boolean {
  const empty = !drafts.reply.text && !drafts.note.text && drafts.sending.length === 0;
  const spare = known.reply.spare !== '' || known.note.spare !== '';
  try {
    if (empty && !spare) {
      localStorage.removeItem(draftsKey(id));
      localStorage.removeItem(knownKey(id));
    } else {
      localStorage.setItem(draftsKey(id), JSON.stringify(drafts));
      localStorage.setItem(knownKey(id), JSON.stringify(known));
    }
    return true;
  } catch {
    return false;
  }
}

/** The conversation whose drafts a storage event is about. */
export function idIn(key: string | null): string | null {
  return key?.match(/^draft(?:-known)?:(.+)$/)?.[1] ?? null;
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
