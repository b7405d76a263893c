import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';
import type { Arrived } from '../inbound/sort';

/** What triage came to; `quarantined` when the conversation was put aside as spam just now. */
export type Judged = { events: EventDraft[]; quarantined: boolean };

export async function judgeMessage(
  _context: CommandContext<null>,
  _arrived: Arrived,
): Promise<Judged> {
  return { events: [], quarantined: false };
}
