import { judge } from '@/lib/domain/triage/judge';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import type { Tx } from '../client';
import { messageTriage, quarantines } from '../schema/triage';
import type { House } from './house';
import { inBatches } from './in-batches';
import type { Laid } from './laid';
import type { Rows } from './rows';

/** Whose advertisement was put aside without a person. */
const advertiser = 'fastfollowers_';

type Judgements = (typeof messageTriage.$inferInsert)[];

/** What every customer's message was taken for; conversations show the newest. */
export function judgeAll(rows: Rows): Judgements {
  const shown = new Map<string, Judgements[number]>();
  const judgements = rows.messages.flatMap((message) => {
    const { workspaceId, conversationId, at, body } = message;
    if (message.kind !== 'inbound' || body.trim() === '') return [];
    const { intent, urgency, language, confidence, reasons } = judge(body);
    const told = { workspaceId, messageId: message.id, conversationId, at };
    const judged = {
      ...{ ...told, intent, urgency, language, confidence },
      reasons: reasons.map(({ signal, from, to }) => ({ signal, from, to })),
    };
    const newest = shown.get(conversationId)?.at;
    if (newest === undefined || newest <= at) shown.set(conversationId, judged);
    return [judged];
  });
  for (const conversation of rows.conversations) {
    const newest = shown.get(conversation.id);
    if (!newest) continue;
    const { intent, urgency, language = null } = newest;
    Object.assign(conversation, { intent, urgency, language });
  }
  return judgements;
}

/** Lets one of the unwanted be what triage put aside by itself; answers with the row that says so. */
export function putAside(rows: Rows, house: House, laid: readonly Laid[]) {
  const unwanted = laid.find(({ username }) => username === advertiser);
  const conversation = rows.conversations.find(({ id }) => id === unwanted?.id);
  const first = unwanted?.messages.find(({ kind }) => kind === 'inbound');
  if (!(unwanted && conversation && first) || conversation.status !== 'spam') return [];
  const said = judge(first.body).reasons.filter(({ signal }) => signal === 'spam');
  const signs: Quarantine['signs'] = [
    { sign: 'words', shown: said.map(({ text }) => text).join(', ') || 'followers' },
  ];
  const at = first.at.toISOString();
  conversation.quarantine = { signs, at };
  for (const event of rows.events) {
    if (event.conversationId !== unwanted.id || event.type !== 'conversation.status') continue;
    event.actorMemberId = null;
    event.data = { ...(event.data as object), because: 'quarantine' };
  }
  const { workspaceId } = house;
  const id = house.idAt(first.at);
  return [{ workspaceId, id, conversationId: unwanted.id, signs, at }];
}

export async function seedTriage(
  tx: Tx,
  judgements: Judgements,
  aside: ReturnType<typeof putAside>,
): Promise<void> {
  await inBatches(tx, messageTriage, judgements);
  await inBatches(tx, quarantines, aside);
}
