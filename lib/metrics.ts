import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { poolCounts } from '@/db/client';
import { countNames, flushCounts } from './counts';
import { processWide } from './process-wide';
import type { Readings, Vitals } from './queries/operations/vitals';
import { readVitals } from './queries/operations/vitals';
import { hub } from './realtime/hub';

/** Everything that is measured, in the text format of Prometheus. Without a database, what this process knows. */
export async function renderMetrics(): Promise<{ contentType: string; text: string }> {
  const { registry, observe } = instruments();
  const readings = await readAll().catch(() => undefined);
  observe(readings);
  return { contentType: registry.contentType, text: await registry.metrics() };
}

async function readAll(): Promise<Readings> {
  await flushCounts();
  return await readVitals();
}

const vitalGauges: Record<keyof Vitals, [name: string, help: string]> = {
  inboundPending: ['inbound_pending', 'Webhook bodies that are not read yet'],
  inboundOldestSeconds: ['inbound_oldest_seconds', 'Age of the oldest of them'],
  inboundQuarantined: ['inbound_quarantined', 'Webhook bodies set aside for a person'],
  deliveriesQueued: ['deliveries_queued', 'Replies that have not left'],
  queuedOldestSeconds: [
    'deliveries_queued_oldest_seconds',
    'How long the first of them is overdue',
  ],
  deliveriesUnknown: ['deliveries_unknown', 'Replies whose fate is not known'],
  unknownOldestSeconds: ['deliveries_unknown_oldest_seconds', 'For how long the first of them'],
  deliveriesInReview: ['deliveries_in_review', 'Replies that a person has to decide about'],
  workers: ['workers', 'Workers that live'],
};

type Instruments = { registry: Registry; observe: (readings: Readings | undefined) => void };

function instruments(): Instruments {
  return processWide('metrics', () => {
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const ofProcess = processGauges(registry);
    const ofDatabase = databaseGauges(registry);
    return {
      registry,
      observe(readings) {
        ofProcess(readings !== undefined);
        if (readings) ofDatabase(readings);
      },
    };
  });
}

function processGauges(registry: Registry): (isDatabaseUp: boolean) => void {
  const databaseUp = new Gauge({
    ...named('database_up', 'Whether the database answered this very question'),
    registers: [registry],
  });
  const connections = new Gauge({
    ...named('pool_connections', 'Database connections of this process, and who waits for one'),
    labelNames: ['state'],
    registers: [registry],
  });
  const streams = new Gauge({
    ...named('live_streams', 'Browsers that follow live in this process'),
    registers: [registry],
  });
  return (isDatabaseUp) => {
    databaseUp.set(isDatabaseUp ? 1 : 0);
    streams.set(hub().size);
    for (const [state, value] of Object.entries(poolCounts())) connections.set({ state }, value);
  };
}

function databaseGauges(registry: Registry): (readings: Readings) => void {
  const silence = new Gauge({
    ...named('channel_silence_seconds', 'Since the last sign of life of a channel'),
    labelNames: ['channel', 'network'],
    registers: [registry],
  });
  const counted = new Counter({
    ...named('counted_total', 'What all processes have counted so far'),
    labelNames: ['what'],
    registers: [registry],
  });
  const vitals = Object.entries(vitalGauges).map(([key, [name, help]]) => ({
    read: (readings: Vitals) => readings[key as keyof Vitals],
    gauge: new Gauge({ ...named(name, help), registers: [registry] }),
  }));
  return (readings) => {
    for (const { gauge, read } of vitals) gauge.set(read(readings.vitals));
    silence.reset();
    for (const { channelId, network, seconds } of readings.silences) {
      if (seconds !== null) silence.set({ channel: channelId, network }, seconds);
    }
    counted.reset();
    for (const what of countNames) counted.inc({ what }, countOf(readings, what));
  };
}

function named(name: string, help: string) {
  return { name: `porchlight_${name}`, help };
}

function countOf({ counts }: Readings, name: string): number {
  return counts.find((each) => each.name === name)?.count ?? 0;
}
