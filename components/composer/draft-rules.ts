import type { Mode } from './attempt';
import { modes } from './attempt';

/** `clientKey` is set when exactly this text was tried before: trying again must not send it twice. */
export type Draft = { text: string; clientKey: string | null };
/** `revision` is the newest that a save of it may have on the server. */
type Sending = { mode: Mode; text: string; clientKey: string; revision: number };
export type Drafts = { reply: Draft; note: Draft; sending: readonly Sending[] };

const blank: Draft = { text: '', clientKey: null };
export const emptyDrafts: Drafts = { reply: blank, note: blank, sending: [] };

/** The text as it now stands in the composer. Changed words are a new message. */
export function typed(drafts: Drafts, mode: Mode, text: string): Drafts {
  const { text: before, clientKey } = drafts[mode];
  return { ...drafts, [mode]: { text, clientKey: text === before ? clientKey : null } };
}

/** The composer is free for the next words; these wait for the server's word. */
export function started(
  drafts: Drafts,
  mode: Mode,
  { clientKey, revision }: { clientKey: string; revision: number },
): Drafts {
  const { text } = drafts[mode];
  const sending = { mode, text, clientKey, revision };
  return { ...drafts, [mode]: blank, sending: [...drafts.sending, sending] };
}

/** Not taken: the text comes back before whatever was typed since. */
export function givenBack(drafts: Drafts, clientKey: string): Drafts {
  const tried = drafts.sending.find((sending) => sending.clientKey === clientKey);
  if (!tried) return drafts;
  const since = drafts[tried.mode].text;
  const draft = since
    ? { text: `${tried.text}\n\n${since}`, clientKey: null }
    : { text: tried.text, clientKey };
  return {
    ...drafts,
    [tried.mode]: draft,
    sending: drafts.sending.filter((sending) => sending !== tried),
  };
}

/** Without everything that the server has. */
export function without(drafts: Drafts, clientKeys: ReadonlySet<string>): Drafts {
  const has = (key: string | null) => key !== null && clientKeys.has(key);
  const stale =
    drafts.sending.some(({ clientKey }) => has(clientKey)) ||
    modes.some((mode) => has(drafts[mode].clientKey));
  if (!stale) return drafts;
  return {
    reply: has(drafts.reply.clientKey) ? blank : drafts.reply,
    note: has(drafts.note.clientKey) ? blank : drafts.note,
    sending: drafts.sending.filter(({ clientKey }) => !has(clientKey)),
  };
}

/** What a page that begins finds: what was being sent when the last one went away is a draft again. */
export function draftsAfterReload(stored: string | null): Drafts {
  const kept = parseDrafts(stored);
  return kept.sending
    .toReversed()
    .reduce((drafts, { clientKey }) => givenBack(drafts, clientKey), kept);
}

/** What the storage holds, whoever is at it. */
export function parseDrafts(stored: string | null): Drafts {
  try {
    const value: Partial<Drafts> | null = stored === null ? null : JSON.parse(stored);
    return {
      reply: toDraft(value?.reply),
      note: toDraft(value?.note),
      sending: Array.isArray(value?.sending) ? value.sending.flatMap(toSending) : [],
    };
  } catch {
    return emptyDrafts;
  }
}

function toDraft(value: Partial<Draft> | undefined): Draft {
  if (typeof value?.text !== 'string') return blank;
  return {
    text: value.text,
    clientKey: typeof value.clientKey === 'string' ? value.clientKey : null,
  };
}

function toSending(value: Partial<Sending> | null): Sending[] {
  const { mode, text, clientKey, revision = 0 } = value ?? {};
  const known = modes.find((each) => each === mode);
  if (!known || typeof text !== 'string' || typeof clientKey !== 'string') return [];
  return [{ mode: known, text, clientKey, revision: typeof revision === 'number' ? revision : 0 }];
}
