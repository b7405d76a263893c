import type { Supposed } from '@/lib/domain/permissions/suppose';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fieldNames, fields } from '@/lib/domain/permissions/suppose-fields';

/** What is tested: two real sides or somebody made up, and what is supposed of them. It stands in the address. */
export type Case = {
  conversationId: string | null;
  /** Whom a made-up person stands before; null for the first channel. */
  channelId: string | null;
  supposed: Supposed;
};

export const rulesPath = '/settings/rules';

/** The address of a case, to come back to or to hand on. */
export function pathOf({ conversationId, channelId, supposed }: Case): string {
  const search = new URLSearchParams();
  if (conversationId !== null) search.set('conversation', conversationId);
  if (channelId !== null) search.set('channel', channelId);
  for (const name of fieldNames) {
    const word = supposed[name];
    if (word !== undefined) search.set(name, word);
  }
  return search.size === 0 ? rulesPath : `${rulesPath}?${search}`;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const longestShown = 60;

/** The case that an address names; `unread` are the parts of it that mean nothing here and are left out. */
export function caseIn(search: string): { test: Case; unread: string[] } {
  const supposed: Partial<Record<FieldName, string>> = {};
  const ids: Record<'conversation' | 'channel', string | null> = {
    conversation: null,
    channel: null,
  };
  const unread: string[] = [];
  for (const [key, word] of new URLSearchParams(search)) {
    const name = fieldNames.find((one) => one === key);
    if ((key === 'conversation' || key === 'channel') && ids[key] === null && UUID.test(word)) {
      ids[key] = word;
    } else if (name && supposed[name] === undefined && fields[name].takes(word)) {
      supposed[name] = word;
    } else {
      unread.push(`${key}=${word}`.slice(0, longestShown));
    }
  }
  return {
    test: { conversationId: ids.conversation, channelId: ids.channel, supposed },
    unread,
  };
}
