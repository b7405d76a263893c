import 'server-only';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import type { Arrived } from '../inbound/sort';

export async function applyRules(
  _context: CommandContext<null>,
  _arrived: Arrived,
): Promise<{ events: EventDraft[]; nudges: Lane[] }> {
  return { events: [], nudges: [] };
}
