import 'server-only';
import { closePool } from '@/db/client';
import { refuseUnsafeBoot } from '../boot';
import { healAfterSilence } from '../commands/channel/healing';
import { rewrapGrants } from '../commands/channel/rewrap';
import { env } from '../env';
import { log } from '../log';
import { startHeartbeat } from './heartbeat';
import type { LaneDefinition, RunningLane } from './lane';
import { startLane } from './lane';
import { blockLane } from './lanes/block';
import { bulkLane } from './lanes/bulk';
import { deliveryLane } from './lanes/delivery';
import { doorLane } from './lanes/door';
import { healingLane } from './lanes/healing';
import { inboundLane } from './lanes/inbound';
import { mailLane } from './lanes/mail';
import { mediaLane } from './lanes/media';
import { offerLane } from './lanes/offer';
import { reconcileLane } from './lanes/reconcile';
import { relationLane } from './lanes/relation';
import { repliesDueLane } from './lanes/replies-due';
import { routingLane } from './lanes/routing';
import { silenceLane } from './lanes/silence';
import { slaLane } from './lanes/sla';
import { snoozeLane } from './lanes/snooze';
import { listenForWork } from './listen';
import { paced } from './pace';
import { startSweeper } from './sweeper';

/** Channels silent for longer than this were perhaps silent because no worker ran. */
const SILENCE_MS = 2 * 60_000;
const SHORTEST_POLL_MS = 100;

/** The launcher has 8 s for all its parts, and the web server is asked first: what runs longer is left to its lease. */
const FINISH_WITHIN_MS = 5_000;

async function main(): Promise<void> {
  env();
  await refuseUnsafeBoot();
  const heartbeat = startHeartbeat();
  const running = [
    begin(inboundLane),
    begin(deliveryLane),
    begin(reconcileLane),
    begin(healingLane),
    begin(silenceLane),
    begin(mediaLane),
    begin(relationLane),
    begin(doorLane),
    begin(blockLane),
    begin(snoozeLane()),
    begin(offerLane()),
    begin(mailLane()),
    begin(slaLane()),
    begin(routingLane()),
    begin(bulkLane()),
    begin(repliesDueLane()),
  ];
  const sweeper = startSweeper();
  const listening = listenForWork((lane) => {
    for (const each of running) if (each.lane === lane) each.wake();
  });
  void afterStart().catch((error: unknown) => log.warn({ err: error }, 'after the start'));
  log.info('worker started');

  const name = await askedToStop();
  log.info({ signal: name }, 'worker stops: finishing what runs');
  sweeper.stop();
  await Promise.race([
    Promise.all([listening.stop(), ...running.map((lane) => lane.stop())]),
    new Promise((resolve) => setTimeout(resolve, FINISH_WITHIN_MS).unref()),
  ]);
  await heartbeat.stop();
  await Promise.race([closePool(), new Promise((resolve) => setTimeout(resolve, 500).unref())]);
  log.info('worker stopped');
}

function begin<Item>(definition: LaneDefinition<Item>): RunningLane {
  const pollMs = Math.max(SHORTEST_POLL_MS, paced(definition.pollMs));
  return startLane({ ...definition, pollMs });
}

async function afterStart(): Promise<void> {
  const hurried = await healAfterSilence(paced(SILENCE_MS));
  if (hurried > 0) log.info({ channels: hurried }, 'looking for what came while nobody was here');
  const rewrapped = await rewrapGrants();
  if (rewrapped > 0) log.info({ grants: rewrapped }, 'sealed tokens anew with the newest key');
}

/** Resolves with what asked: a signal, or the end of whoever started us. */
function askedToStop(): Promise<string> {
  return new Promise((resolve) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
      process.on(name, () => resolve(name));
    }
    process.on('disconnect', () => resolve('disconnect'));
  });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log.fatal(
      { err: error, why: error instanceof Error ? error.message : undefined },
      'worker failed',
    );
    process.exit(1);
  },
);
