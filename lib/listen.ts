import 'server-only';
import type pg from 'pg';
import { dedicatedClient } from '@/db/client';
import { log } from './log';

type Listening = {
  /** What the connection is called in the database. */
  purpose: string;
  channels: readonly string[];
  onNotification: (channel: string, payload: string) => void;
  /** Called whenever listening begins: what was told before went unheard. */
  onListening: () => void;
};

const FIRST_RETRY_MS = 200;
const LONGEST_RETRY_MS = 5_000;
const PING_EVERY_MS = 10_000;
const PING_WITHIN_MS = 5_000;

/** Keeps one connection listening for as long as it is wanted. Returns the function that ends it. */
export function listen(listening: Listening): () => Promise<void> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let retryMs = FIRST_RETRY_MS;
  let stopped = false;

  async function connect(): Promise<void> {
    const attempt = dedicatedClient(listening.purpose);
    client = attempt;
    const lost = () => drop(attempt);
    attempt.on('error', lost);
    attempt.on('end', lost);
    attempt.on('notification', ({ channel, payload }) => {
      listening.onNotification(channel, payload ?? '');
    });
    try {
      await attempt.connect();
      await attempt.query(listening.channels.map((channel) => `listen ${channel}`).join(';'));
      retryMs = FIRST_RETRY_MS;
      listening.onListening();
      pingLater(attempt);
    } catch (error) {
      log.warn({ err: error }, 'could not listen to the database');
      drop(attempt);
    }
  }

  function drop(lost: pg.Client): void {
    if (client !== lost) return;
    client = undefined;
    clearTimeout(timer);
    void lost.end().catch(() => undefined);
    if (stopped) return;
    timer = setTimeout(() => void connect(), retryMs);
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
  }

  // A connection that a network cut in silence stays open for hours; a question finds out.
  function pingLater(asked: pg.Client): void {
    timer = setTimeout(async () => {
      const silence = setTimeout(() => drop(asked), PING_WITHIN_MS);
      await asked.query('select 1').catch(() => drop(asked));
      clearTimeout(silence);
      if (client === asked) pingLater(asked);
    }, PING_EVERY_MS).unref();
  }

  void connect();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    const last = client;
    client = undefined;
    await last?.end().catch(() => undefined);
  };
}
