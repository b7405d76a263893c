import 'server-only';
import type { ConsentScope } from '@/lib/domain/consent/ledger';
import type { WordEffect } from '@/lib/domain/consent/words';
import { entryOf } from '@/lib/domain/consent/words';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { ContactFacts } from '@/lib/domain/permissions/input';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import type { ToldMessage } from '../inbound/told';
import { confirmOptOut } from './confirm';
import { enter, ledgerOf } from './ledger';

type Heard = {
  conversationId: string;
  message: ToldMessage;
  messageId: string;
  effect: WordEffect;
};

/**
 * A message that is nothing but an opt-out word: it counts at once, in the transaction that takes the
 * message in, and the first time they are told so. A word that comes back does something only after a no.
 */
export async function heedWord(
  context: CommandContext<null>,
  { conversationId, message, messageId, effect }: Heard,
): Promise<{ events: EventDraft[]; nudges: Lane[] }> {
  const conversation = await conversationFor(context, conversationId);
  const { contactId, standing } = await ledgerOf(context, conversation);
  const { scope, granted } = entryOf[effect];
  if (granted && standing.optedOut?.scope !== scope) return { events: [], nudges: [] };

  const isNews = !granted && !covers(standing.optedOut, scope) && !message.healed;
  const confirmed = isNews ? await confirmOptOut(context, conversation, scope) : null;
  const event = await enter(context, conversation, {
    contactId,
    entry: {
      scope,
      granted,
      source: 'word',
      at: message.at.toISOString(),
      messageId,
      evidence: message.text.trim(),
      ...(confirmed && { confirmationId: confirmed.messageId }),
    },
  });
  return confirmed
    ? { events: [event, ...confirmed.events], nudges: ['delivery'] }
    : { events: [event], nudges: [] };
}

/** Whoever forbade everything has forbidden offers too. */
function covers(optedOut: ContactFacts['optedOut'], scope: ConsentScope): boolean {
  return optedOut !== null && (optedOut.scope === 'all' || optedOut.scope === scope);
}
