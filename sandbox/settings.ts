import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { SandboxOptions } from './server';

const filled = z.string().min(1);

const settings = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(3001),
  SANDBOX_HOST: filled.default('127.0.0.1'),
  SANDBOX_DATA: filled.default('.data/sandbox'),
  /** The instant from which the demo's past is told, so that the database can be filled with the same one. */
  SANDBOX_EPOCH: z.coerce.date().optional(),
  SANDBOX_SEED: z.enum(['story', 'accounts', 'none']).default('story'),
  TIME_SCALE: z.coerce.number().min(0.005).max(1).default(1),
  X_CLIENT_ID: filled,
  X_CLIENT_SECRET: filled,
  X_CONSUMER_KEY: filled,
  X_CONSUMER_SECRET: filled,
  X_BEARER_TOKEN: filled,
  /** When given, this address is registered and the brand accounts are subscribed without anybody's doing. */
  X_WEBHOOK_URL: z.url().optional(),
});

export type Settings = { options: SandboxOptions; webhookUrl?: string };

/** Reads the sandbox's own settings, or says by name which are missing or wrong. */
export function readSettings(): Settings {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const present = Object.fromEntries(given);
  const parsed = settings.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      ({ path: at, message }) => `  ${at.join('.')}: ${message}`,
    );
    throw new Error(`The sandbox cannot start. Settings to mend:\n${problems.join('\n')}`);
  }
  const env = parsed.data;
  return {
    options: {
      port: env.SANDBOX_PORT,
      host: env.SANDBOX_HOST,
      dataDir: path.resolve(env.SANDBOX_DATA),
      seed: env.SANDBOX_SEED,
      timeScale: env.TIME_SCALE,
      assetsDir: fileURLToPath(new URL('./sandbox-page', import.meta.url)),
      ...(env.SANDBOX_EPOCH ? { epoch: env.SANDBOX_EPOCH } : {}),
      app: {
        clientId: env.X_CLIENT_ID,
        clientSecret: env.X_CLIENT_SECRET,
        consumerKey: env.X_CONSUMER_KEY,
        consumerSecret: env.X_CONSUMER_SECRET,
        bearerToken: env.X_BEARER_TOKEN,
      },
    },
    ...(env.X_WEBHOOK_URL ? { webhookUrl: env.X_WEBHOOK_URL } : {}),
  };
}
