import { withSystem } from '@/db/client';
import { sessions } from '@/db/schema/accounts';
import { aMember } from '@/db/testing';
import type { Actor, Role } from '@/lib/domain/access/can';

/** A member with a live session row, which a stream asks for again and again. */
export async function aSignedIn(
  workspaceId: string,
  roles: readonly Role[] = ['agent'],
): Promise<Actor> {
  const actor = await aMember(workspaceId, roles);
  await withSystem((tx) =>
    tx.insert(sessions).values({
      id: actor.sessionId,
      secretHash: actor.sessionId,
      userId: actor.userId,
      workspaceId,
      expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
    }),
  );
  return actor;
}

/** One message of a stream as a browser sees it. */
type Heard = { event: string; id: string | null; data: Record<string, unknown> };

export type Ear = {
  heard: Heard[];
  /** The `seq` of each change heard so far. */
  seqs: () => number[];
  /** Resolves when the server has ended the stream, `true` when it broke it off. */
  ended: Promise<boolean>;
  hangUp: () => void;
};

/** Reads a stream of server-sent events for as long as it lasts. For tests. */
export function listenTo(body: ReadableStream<Uint8Array>): Ear {
  const heard: Heard[] = [];
  const reader = body.getReader();
  async function readAll(): Promise<boolean> {
    const decoder = new TextDecoder();
    let rest = '';
    try {
      for (;;) {
        // biome-ignore lint/performance/noAwaitInLoops: a stream is read one piece after the other
        const { done, value } = await reader.read();
        if (done) return false;
        const parts = `${rest}${decoder.decode(value, { stream: true })}`.split('\n\n');
        rest = parts.pop() ?? '';
        heard.push(...parts.map(parsed));
      }
    } catch {
      return true;
    }
  }
  return {
    heard,
    seqs: () =>
      heard.filter(({ event }) => event === 'message').map(({ data }) => Number(data['seq'])),
    ended: readAll(),
    hangUp: () => void reader.cancel(),
  };
}

function parsed(message: string): Heard {
  const fields = new Map(
    message.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)];
    }),
  );
  return {
    event: fields.get('event') ?? 'message',
    id: fields.get('id') ?? null,
    data: JSON.parse(fields.get('data') ?? '{}'),
  };
}
