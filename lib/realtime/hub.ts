import 'server-only';
import { SESSIONS_CHANNEL } from '@/lib/auth/revocation';
import { PRESENCE_CHANNEL } from '@/lib/commands/presence/hint';
import { EVENTS_CHANNEL } from '@/lib/commands/record';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { listen } from '@/lib/listen';
import { log } from '@/lib/log';
import { processWide } from '@/lib/process-wide';
import { Feed } from './feed';
import type { ByeReason } from './frames';
import { LiveStream } from './live-stream';
import { liveSessions } from './sessions';

const BEAT_MS = 15_000;
const POLL_MS = 10_000;
const SESSION_CHECK_MS = 4_000;
const MOST_PER_SESSION = 20;

/** All live streams of this process and the one connection on which it listens for them. */
class Hub {
  readonly #streams = new Set<LiveStream>();
  readonly #feeds = new Map<string, Feed>();
  #stopListening: (() => Promise<void>) | undefined;
  #timers: NodeJS.Timeout[] = [];
  #closing = false;

  get size(): number {
    return this.#streams.size;
  }

  /** A stream for this actor that holds what comes until it is told where it resumes. */
  open(actor: Actor): { stream: LiveStream; feed: Feed } {
    if (this.#closing) throw new Refusal('unavailable', 'Porchlight is restarting.');
    const sameSession = [...this.#streams].filter(
      (open) => open.actor.sessionId === actor.sessionId,
    );
    if (sameSession.length >= MOST_PER_SESSION) {
      throw new Refusal('too_many', 'Too many windows follow the inbox. Close some.');
    }
    this.#start();
    const feed = this.#feeds.get(actor.workspaceId) ?? new Feed(actor.workspaceId);
    this.#feeds.set(actor.workspaceId, feed);
    const stream: LiveStream = new LiveStream(actor, () => this.#leave(stream, feed));
    this.#streams.add(stream);
    feed.followers.add(stream);
    feed.asides.greet(stream);
    return { stream, feed };
  }

  #leave(stream: LiveStream, feed: Feed): void {
    this.#streams.delete(stream);
    feed.followers.delete(stream);
    const { workspaceId } = stream.actor;
    if (feed.followers.size === 0 && this.#feeds.get(workspaceId) === feed) {
      feed.asides.stop();
      this.#feeds.delete(workspaceId);
    }
  }

  #start(): void {
    if (this.#stopListening) return;
    this.#stopListening = listen({
      purpose: 'listener',
      channels: [EVENTS_CHANNEL, SESSIONS_CHANNEL, PRESENCE_CHANNEL],
      onNotification: (channel, payload) => this.#onNotification(channel, payload),
      onListening: () => {
        this.#pullAll();
        void this.#checkSessions([...this.#streams]);
      },
    });
    const scale = env().TIME_SCALE;
    this.#timers = [
      setInterval(() => this.#beat(), BEAT_MS * scale),
      setInterval(() => this.#pullAll(), POLL_MS * scale),
      setInterval(() => void this.#checkSessions([...this.#streams]), SESSION_CHECK_MS * scale),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  #onNotification(channel: string, payload: string): void {
    if (channel === EVENTS_CHANNEL) {
      const [workspaceId = '', seq] = payload.split(':');
      this.#feeds.get(workspaceId)?.hint(Number(seq));
      return;
    }
    if (channel === PRESENCE_CHANNEL) {
      const [workspaceId = '', ...rest] = payload.split(':');
      this.#feeds.get(workspaceId)?.asides.hear(rest);
      return;
    }
    void this.#doubt(payload);
  }

  /** What ended the access is an event too: whoever lost it hears the farewell, and nothing before it. */
  async #doubt(sessionOrUserId: string): Promise<void> {
    const concerned = [...this.#streams].filter(
      ({ actor }) => actor.sessionId === sessionOrUserId || actor.userId === sessionOrUserId,
    );
    for (const stream of concerned) stream.doubt();
    await this.#checkSessions(concerned);
    for (const stream of concerned) stream.trust();
  }

  #pullAll(): void {
    for (const feed of this.#feeds.values()) {
      feed.pull();
      feed.asides.look();
    }
  }

  #beat(): void {
    for (const stream of this.#streams) stream.beat();
  }

  /** Ends the streams whose session, membership or role is gone. */
  async #checkSessions(streams: readonly LiveStream[]): Promise<void> {
    if (streams.length === 0) return;
    try {
      const alive = await liveSessions([...new Set(streams.map(({ actor }) => actor.sessionId))]);
      const mayRead = new Map(
        alive
          .filter((session) => can(session, 'conversation.read'))
          .map(({ id, workspaceId }) => [id, workspaceId]),
      );
      for (const stream of streams) {
        const { sessionId, workspaceId } = stream.actor;
        if (mayRead.get(sessionId) !== workspaceId) stream.bye('signed_out');
      }
    } catch (error) {
      // Whoever cannot be checked cannot be read for either: with the database gone nothing is told.
      log.warn({ err: error }, 'could not check the sessions of live streams');
    }
  }

  /** Tells every stream to end and takes no new one. */
  closeAll(reason: ByeReason = 'shutdown'): void {
    this.#closing = true;
    for (const stream of [...this.#streams]) stream.bye(reason);
  }

  /** After `closeAll`: gives up the connection and the timers. */
  async stop(): Promise<void> {
    this.closeAll();
    for (const timer of this.#timers) clearInterval(timer);
    await this.#stopListening?.();
  }
}

/** The one hub of this process, shared by routes and instrumentation. */
export function hub(): Hub {
  return processWide('live', () => new Hub());
}
