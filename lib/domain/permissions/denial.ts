import { Refusal } from '../refusal';
import type { Decision } from './decide';
import type { Purpose } from './purpose';

/** Where a message was kept back: as it was written, as it was about to leave, or as an offer's turn came. */
export type Denied = 'writing' | 'sending' | 'offer';

/** What is written down of a no. */
export type DenialRecord = {
  conversationId: string;
  channelId: string;
  purpose: Purpose;
  decision: Decision;
};

/** A no of the rules to something that a person was about to send. It is written down, though nothing else is. */
export class Denial extends Refusal {
  readonly record: DenialRecord;

  constructor(sentence: string, record: DenialRecord) {
    super('conflict', sentence, { permission: record.decision });
    this.record = record;
  }
}
