import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import { applyRules } from '../rules/apply';
import { judgeMessage } from '../triage/judge';
import type { Thread } from './place';
import type { ToldMessage } from './told';

/** A customer's message that has just joined its locked conversation. */
export type Arrived = {
  thread: Thread;
  message: ToldMessage;
  messageId: string;
};

/**
 * What is done with a message as it comes in, in its own transaction: triage says what it is, then the
 * rules say where it goes. The router looks once all of it is committed.
 */
export async function sortArrived(
  context: CommandContext<null>,
  arrived: Arrived,
): Promise<{ events: EventDraft[]; nudges: Lane[] }> {
  const judged = await judgeMessage(context, arrived);
  if (judged.quarantined) return { events: judged.events, nudges: [] };
  const ruled = await applyRules(context, arrived);
  return { events: [...judged.events, ...ruled.events], nudges: ruled.nudges };
}
