import { EventEmitter } from 'node:events';
import { idClock } from '../snowflake';
import { apply } from './apply';
import type { Entry, Fact, Note } from './facts';
import { isFact } from './facts';
import type { Ledger } from './ledger';
import { openLedger } from './ledger';
import { rateLimits } from './limits';
import type { World } from './world';
import { emptyWorld, idsOf } from './world';

export type AppKeys = {
  clientId: string;
  clientSecret: string;
  consumerKey: string;
  consumerSecret: string;
  bearerToken: string;
};

/** `trouble` is an error that nobody expected; the caller got a 500. */
type Changes = { entries: [readonly Entry[]]; trouble: [unknown] };

/** The network: its ledger, what follows from it, and the app that is registered with it. */
export type Sandbox = {
  readonly app: AppKeys;
  readonly dataDir: string;
  readonly timeScale: number;
  readonly world: World;
  readonly ledger: Ledger;
  readonly limits: ReturnType<typeof rateLimits>;
  /** Emits `entries` after they are written and applied. */
  readonly changes: EventEmitter<Changes>;
  now(): number;
  nextId(): string;
  sawId(id: string): void;
  /** Writes to the ledger, then changes the world, then tells whoever listens. */
  record(...lines: (Fact | Note)[]): void;
  restart(): void;
};

export type SandboxSetup = { app: AppKeys; dataDir: string; timeScale: number; now: () => number };

export function openSandbox({ app, dataDir, timeScale, now }: SandboxSetup): Sandbox {
  const ledger = openLedger(dataDir, now);
  const world = emptyWorld();
  for (const entry of ledger.entries) if (isFact(entry)) apply(world, entry);
  let ids = idClock();
  for (const id of idsOf(world)) ids.saw(id, now());
  const changes = new EventEmitter<Changes>();
  changes.setMaxListeners(0);

  return {
    app: { ...app },
    dataDir,
    timeScale,
    world,
    ledger,
    limits: rateLimits(() => world.settings, timeScale, now),
    changes,
    now,
    nextId: () => ids.next(now()),
    sawId: (id) => ids.saw(id, now()),
    record(...lines) {
      const entries = ledger.append(lines);
      for (const entry of entries) if (isFact(entry)) apply(world, entry);
      changes.emit('entries', entries);
    },
    restart() {
      ledger.restart();
      Object.assign(world, emptyWorld());
      ids = idClock();
      this.limits.reset();
    },
  };
}
