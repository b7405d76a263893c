import 'server-only';
import type { Command } from '@/lib/commands/command';
import { touchMembers } from '@/lib/commands/presence/touch';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';

/** Who is known to be here is written down together with all others who were heard. */
const TOGETHER_MS = 5_000;
/** Who may be back is waited for. */
const SOON_MS = 100;
/** For so long after it was written down, somebody is known to be here: less than the grace. */
const KNOWN_MS = 40_000;

type Who = Pick<Actor, 'workspaceId' | 'memberId'>;

/**
 * The members whose windows were heard: as they open the live stream and as they answer its beats. That a stream
 * is open says little: it looks alive for minutes after the lid of a laptop was closed.
 */
class Heard {
  #waiting = new Map<string, Set<string>>();
  readonly #writtenAt = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  hear({ workspaceId, memberId }: Who): void {
    const waiting = this.#waiting.get(workspaceId) ?? new Set();
    this.#waiting.set(workspaceId, waiting.add(memberId));
    const writtenAt = this.#writtenAt.get(memberId) ?? Number.NEGATIVE_INFINITY;
    this.#writeIn(performance.now() - writtenAt < KNOWN_MS ? TOGETHER_MS : SOON_MS);
  }

  #writeIn(unscaledMs: number): void {
    const ms = unscaledMs * env().TIME_SCALE;
    const dueAt = performance.now() + ms;
    if (dueAt >= this.#dueAt) return;
    clearTimeout(this.#timer);
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => void this.#write(), ms).unref();
  }

  async #write(): Promise<void> {
    this.#dueAt = Number.POSITIVE_INFINITY;
    const waiting = this.#waiting;
    this.#waiting = new Map();
    await Promise.all([...waiting].map(([workspaceId, ids]) => this.#touch(workspaceId, [...ids])));
    for (const [memberId, at] of this.#writtenAt) {
      if (performance.now() - at > KNOWN_MS) this.#writtenAt.delete(memberId);
    }
  }

  async #touch(workspaceId: string, memberIds: readonly string[]): Promise<void> {
    try {
      await touchMembers(workspaceId, memberIds);
      for (const memberId of memberIds) this.#writtenAt.set(memberId, performance.now());
    } catch (error) {
      // They are heard again with the next beat, well within the grace.
      log.warn({ err: error, workspaceId }, 'could not write down who is here');
    }
  }
}

/** A window of theirs was heard just now. */
export function hear(actor: Who): void {
  processWide('heard', () => new Heard()).hear(actor);
}

/** A command that a window gives by itself again and again: whoever gives it is here. */
export function heard<T>(command: Command<T>): Command<T> {
  const run = (actor: Actor, input: unknown): Promise<T> => {
    hear(actor);
    return command(actor, input);
  };
  return Object.assign(run, { permission: command.permission });
}

/** The answer to a beat of the live stream. It writes nothing by itself. */
export const answerBeat: Command<null> = Object.assign(
  (actor: Actor): Promise<null> => {
    if (!can(actor, 'conversation.read')) {
      throw new Refusal('forbidden', 'Your role does not show this.');
    }
    hear(actor);
    return Promise.resolve(null);
  },
  { permission: 'conversation.read' as const },
);
