import type { Env } from '@/lib/env';
import type { AppConfig, Network } from './network';
import { x } from './x';
import { appConfigFrom, webhookUrlFrom } from './x/app-config';

type Entry = {
  network: Network;
  appConfig: (env: Env) => AppConfig;
  webhookUrl: (env: Env) => string;
};

const entries: ReadonlyMap<string, Entry> = new Map([
  ['x', { network: x, appConfig: appConfigFrom, webhookUrl: webhookUrlFrom }],
]);

/** Every network by its name, as it stands in addresses and in `channels.network`. */
export const networks: ReadonlyMap<string, Network> = new Map(
  [...entries].map(([name, { network }]) => [name, network]),
);

export function findNetwork(name: string): Network | undefined {
  return entries.get(name)?.network;
}

/** The app's addresses and secrets for that network. Throws for a network that does not exist. */
export function appConfig(name: string, env: Env): AppConfig {
  return entryFor(name).appConfig(env);
}

/** The address that network pushes to. Throws for a network that does not exist. */
export function webhookUrl(name: string, env: Env): string {
  return entryFor(name).webhookUrl(env);
}

function entryFor(name: string): Entry {
  const entry = entries.get(name);
  if (!entry) throw new Error(`no such network: ${name}`);
  return entry;
}
