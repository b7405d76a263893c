import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import type { RateReading } from '../network';
import type { Api } from './api';
import { exchange } from './http';
import { outcomeOf } from './outcome';
import { rateIn } from './rates';

export type Draft = { text: string; mediaIds?: readonly string[] };

const ATTACHMENTS_PER_MESSAGE = 1;

/** One attempt to send a private message; it answers with an outcome and never throws. */
export async function send(
  api: Api,
  recipient: string,
  draft: Draft,
): Promise<{ outcome: SendOutcome; rate?: RateReading }> {
  const flaw = flawOf(recipient, draft);
  if (flaw !== undefined) {
    return { outcome: { kind: 'refused', reason: 'INVALID_MESSAGE', detail: flaw } };
  }
  const path = `/2/dm_conversations/with/${recipient}/messages`;
  const sending = await exchange(api.request({ method: 'POST', path, json: bodyOf(draft) }));
  const rate = 'headers' in sending ? rateIn(sending.headers) : undefined;
  return { outcome: outcomeOf(sending, Date.now()), ...(rate && { rate }) };
}

function flawOf(recipient: string, { text, mediaIds = [] }: Draft): string | undefined {
  if (!/^\d{1,19}$/.test(recipient)) return 'the recipient is not an id of X';
  if (mediaIds.length > ATTACHMENTS_PER_MESSAGE) return 'more than one attachment';
  return text === '' && mediaIds.length === 0 ? 'neither text nor attachment' : undefined;
}

function bodyOf({ text, mediaIds = [] }: Draft) {
  return {
    ...(text !== '' && { text }),
    ...(mediaIds.length > 0 && { attachments: mediaIds.map((media_id) => ({ media_id })) }),
  };
}
