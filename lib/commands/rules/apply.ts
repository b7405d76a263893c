import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { effectOf } from '@/lib/domain/conversation/arrival';
import type { Status } from '@/lib/domain/conversation/conversation';
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

/** What the rules came to; `moved` when the conversation has another version now. */
type Sorted = { moved: boolean; events: EventDraft[]; nudges: Lane[] };

const nothing: Sorted = { moved: false, events: [], nudges: [] };

/**
 * Asks the rules about a message that has just joined its locked conversation, and does what they say: once for each
 * message, and not for one that is late, about whose conversation a newer one was asked. Without rules nothing is written.
 */
export async function applyRules(
  context: CommandContext<null>,
  { thread, messageId }: { thread: Thread; messageId: string },
): Promise<Sorted> {
  const visit = visitOf(thread);
  if (!visit) return nothing;
  const { status } = thread;
  return await ask(context, { conversationId: thread.id, messageId, status }, visit);
}

/** The same for a locked conversation that has just left quarantine, where nobody had asked them. */
export async function applyRulesLate(
  context: CommandContext<Actor>,
  conversationId: string,
): Promise<Sorted> {
  const [newest] = await prepared<{ id: string }>(context.tx, {
    name: 'newest-of-theirs',
    text: `select id from messages where workspace_id = $1 and conversation_id = $2 and kind = 'inbound'
      order by at desc, tie desc, id desc limit 1`,
    values: [context.workspaceId, conversationId],
  });
  if (!newest) return nothing;
  return await ask(context, { conversationId, messageId: newest.id, status: 'open' }, 'new');
}

async function ask(
  context: CommandContext<Actor | null>,
  { status, ...asked }: { conversationId: string; messageId: string; status: Status },
  visit: Visit,
): Promise<Sorted> {
  const book = await currentBook(context);
  if (!book) return nothing;
  const { tx, workspaceId } = context;
  const [found] = await ruleCases(tx, workspaceId, [asked], visit);
  if (!found) return nothing;
  const [ruled] = await askRules(tx, { workspaceId, book, cases: [found] });
  if (!ruled) return nothing;
  const runId = await keepRun(context, ruled, book.mode);
  const moved = isMoved(ruled);
  if (moved) await moveRuled(context, asked.conversationId, ruled.after);
  else if (!ruled.entries.some(isMatched)) return nothing;
  const facts = triageEvents(asked.conversationId, '', [
    ruledTriaged(ruled.before, status),
    ruledTriaged(ruled.after, status),
  ]);
  return {
    moved,
    events: [
      ...facts.map((fact) => ({ ...fact, data: { ...fact.data, runId } })),
      { type: 'conversation.ruled', ...asked, data: { runId } },
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
