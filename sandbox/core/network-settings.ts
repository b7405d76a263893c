import { z } from 'zod';
import { ruleSets } from '../rules/network-rule';

const budget = z.strictObject({
  limit: z.int().min(0),
  windowSeconds: z.number().positive(),
  perDay: z.int().min(0).optional(),
});

export type Budget = z.infer<typeof budget>;

/** What may be asked how often. `app` buckets are shared by all accounts of the app. */
const documentedBudgets = {
  'dm.send': { limit: 15, windowSeconds: 900, perDay: 1440 },
  'dm.lookup': { limit: 15, windowSeconds: 900 },
  'dm.delete': { limit: 300, windowSeconds: 900, perDay: 1500 },
  'dm.block': { limit: 10, windowSeconds: 900, perDay: 400 },
  users: { limit: 900, windowSeconds: 900 },
  'posts.write': { limit: 100, windowSeconds: 900 },
  'posts.read': { limit: 900, windowSeconds: 900 },
  media: { limit: 500, windowSeconds: 900 },
  'app.users': { limit: 300, windowSeconds: 900 },
  'app.webhooks': { limit: 450, windowSeconds: 900 },
  'app.replay': { limit: 100, windowSeconds: 900 },
  'app.subscriptions': { limit: 500, windowSeconds: 900 },
} satisfies Record<string, Budget>;

export type Bucket = keyof typeof documentedBudgets;

export const buckets = Object.keys(documentedBudgets) as [Bucket, ...Bucket[]];

export const settingsSchema = z.strictObject({
  /** Which era's permission rules the network enforces. */
  ruleSet: z.enum(ruleSets),
  /** The shape of deliveries: the activity API, or the older account activity API. */
  envelope: z.enum(['xaa', 'aaa']),
  /** Several events in one delivery: as an array under `data`, or as several items of one inner list. */
  batching: z.enum(['none', 'data', 'list']),
  batchWindowMs: z.int().min(0).max(60_000),
  deliveryConcurrency: z.int().min(1).max(64),
  /** Look-up pages name a next one even when there is none. */
  nextTokenOnLastPage: z.boolean(),
  /** Refusals as problem objects of v2, or as numbered errors of v1. */
  refusals: z.enum(['v2', 'v1']),
  /** Texts arrive with `&`, `<` and `>` escaped, once. */
  escapeText: z.boolean(),
  /** An app may answer a public post only if its author named or quoted the account. */
  summonsRule: z.boolean(),
  /** Private subscriptions need the watched account itself: any user token, or OAuth 1.0a alone. */
  privateSubscriptions: z.enum(['user', 'oauth1']),
  /** Webhook addresses must be https without a port, as on the real network. */
  strictWebhookUrls: z.boolean(),
  /** Replay windows must lie where the documentation wants them. */
  strictReplay: z.boolean(),
  accessTokenSeconds: z.int().min(1),
  /** How long the network works on what moves before it can be sent. */
  mediaProcessingMs: z.int().min(0).max(600_000).optional(),
  subscriptionLimit: z.int().min(1),
  webhookLimit: z.int().min(1),
  budgets: z.record(z.enum(buckets), budget),
});

export type NetworkSettings = z.infer<typeof settingsSchema>;

export const defaultSettings: NetworkSettings = {
  ruleSet: 'x.today',
  envelope: 'xaa',
  batching: 'none',
  batchWindowMs: 200,
  deliveryConcurrency: 8,
  nextTokenOnLastPage: true,
  refusals: 'v2',
  escapeText: true,
  summonsRule: true,
  privateSubscriptions: 'user',
  strictWebhookUrls: false,
  strictReplay: false,
  accessTokenSeconds: 7200,
  subscriptionLimit: 1500,
  webhookLimit: 5,
  budgets: documentedBudgets,
};

/** A change of settings: any part, and of the budgets any bucket. */
export const settingsPatchSchema = settingsSchema.partial().extend({
  budgets: z.partialRecord(z.enum(buckets), budget.partial()).optional(),
});

export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

export function patched(settings: NetworkSettings, patch: SettingsPatch): NetworkSettings {
  const { budgets: changes = {}, ...rest } = patch;
  const budgets = { ...settings.budgets };
  for (const bucket of buckets)
    budgets[bucket] = { ...budgets[bucket], ...dropUndefined(changes[bucket] ?? {}) };
  return { ...settings, ...dropUndefined(rest), budgets };
}

function dropUndefined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as { [K in keyof T]: Exclude<T[K], undefined> };
}
