import 'server-only';
import type { z } from 'zod';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { log } from '@/lib/log';
import type { Command } from '../command';
import type { TriageResult } from './triaged';

const CHUNK = 50;

type Many = z.ZodType<{ items: readonly { conversationId: string }[] }>;

/**
 * Runs a decision about many conversations a part at a time, each in a transaction of its own, so that
 * none holds many rows for long. What one part could not do does not undo the others; it is told.
 */
export function inChunks(one: Command<TriageResult>, input: Many): Command<TriageResult> {
  async function run(actor: Parameters<typeof one>[0], raw: unknown): Promise<TriageResult> {
    // Refuses in the same words as every command, and before it says what is wrong with the input.
    if (!can(actor, one.permission)) return await one(actor, raw);
    const { items, ...decision } = input.parse(raw);
    const distinct = [...new Map(items.map((item) => [item.conversationId, item])).values()];
    const all: TriageResult = { changed: [], refused: [] };
    for (let from = 0; from < distinct.length; from += CHUNK) {
      const chunk = distinct.slice(from, from + CHUNK);
      try {
        // biome-ignore lint/performance/noAwaitInLoops: one transaction after the other
        const part = await one(actor, { ...decision, items: chunk });
        all.changed.push(...part.changed);
        all.refused.push(...part.refused);
      } catch (error) {
        if (from === 0) throw error;
        const { code, message } = refusalIn(error);
        all.refused.push(...chunk.map(({ conversationId }) => ({ conversationId, code, message })));
      }
    }
    return all;
  }
  return Object.assign(run, { permission: one.permission });
}

function refusalIn(error: unknown): Pick<Refusal, 'code' | 'message'> {
  if (error instanceof Refusal) return error;
  log.error({ err: error }, 'a part of a decision about many conversations failed');
  return { code: 'unavailable', message: 'Porchlight could not change this one. Try it again.' };
}
