import 'server-only';
import { effectOf } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Entry } from '@/lib/domain/rules/apply';
import type { Visit } from '@/lib/domain/rules/rule';
import { isMoved } from '@/lib/domain/rules/run';
import type { Lane } from '@/lib/jobs/nudge';
import { askRules } from '@/lib/rule-book';
import { ruleCases } from '@/lib/rule-facts';
import type { CommandContext } from '../command';
import { triageEvents } from '../conversation/triage-events';
import type { Thread } from '../inbound/place';
import { currentBook } from './book';
import { keepRun, moveRuled, ruledTriaged } from './write';

type Sorted = { events: EventDraft[]; nudges: Lane[] };

const nothing: Sorted = { events: [], nudges: [] };

/**
 * Asks the rules about a message that has just joined its locked conversation, and does what they say: once for each
 * message, and not for one that is late, about whose conversation a newer one was asked. Without rules nothing is written.
 */
export async function applyRules(
  context: CommandContext<null>,
  { thread, messageId }: { thread: Thread; messageId: string },
): Promise<Sorted> {
  const visit = visitOf(thread);
  const book = visit && (await currentBook(context));
  if (!book) return nothing;
  const { tx, workspaceId } = context;
  const [found] = await ruleCases(
    tx,
    workspaceId,
    [{ conversationId: thread.id, messageId }],
    visit,
  );
  if (!found) return nothing;
  const [ruled] = await askRules(tx, { workspaceId, book, cases: [found] });
  if (!ruled) return nothing;
  const runId = await keepRun(context, ruled, book.mode);
  if (isMoved(ruled)) await moveRuled(context, thread.id, ruled.after);
  else if (!ruled.entries.some(isMatched)) return nothing;
  const facts = triageEvents(thread.id, '', [
    ruledTriaged(ruled.before, thread.status),
    ruledTriaged(ruled.after, thread.status),
  ]);
  return {
    events: [
      ...facts.map((fact) => ({ ...fact, data: { ...fact.data, runId } })),
      { type: 'conversation.ruled', conversationId: thread.id, messageId, data: { runId } },
    ],
    nudges: ['routing'],
  };
}

function isMatched({ matched }: Entry): boolean {
  return matched;
}

/** Whether a message begins a visit; null for one that rules are not asked about. */
function visitOf(thread: Thread): Visit | null {
  if (thread.isNew) return 'new';
  if (thread.status === 'spam' || !thread.newestOfTheirs) return null;
  const effect = effectOf({ ...thread, newest: thread.newestOfTheirs });
  if (effect === 'returns') return 'new';
  return thread.status === 'resolved' && effect === 'stays' ? null : 'continuing';
}
