import { z } from 'zod';

/** A secret that somebody else chose: of any length that they use, but not one out of a document. */
const given = (least: number) =>
  z
    .string()
    .min(least)
    .refine(
      (value) => !/change-?me|example|default|secret-here/i.test(value),
      'is still the example',
    );

const secret = given(1).min(
  32,
  'must have at least 32 characters; make one with `openssl rand -base64 32`',
);

const encryptionKeys = z
  .string()
  .transform((value) => value.split(',').map((part) => part.trim().split(':')))
  .refine(
    (keys) => keys.every(([kid, key]) => kid && key && isRandomKey(Buffer.from(key, 'base64'))),
    'must be `name:base64 of 32 bytes`, several separated by commas, the newest first',
  )
  .transform((keys) =>
    keys.map(([kid, key]) => ({ kid: `${kid}`, key: Buffer.from(`${key}`, 'base64') })),
  );

const days = (usual: number) => z.coerce.number().int().min(1).max(3650).default(usual);

const optional = z.string().min(1).optional();

/** By which server e-mails leave, and from whom; see `lib/mail/settings.ts`. Without them none does. */
const mailServer = {
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine(isDecodable, 'has a % in its user or password that stands for nothing; write %25')
    .optional(),
  SMTP_HOST: optional,
  SMTP_PORT: z.coerce.number().int().min(1).max(65_535).optional(),
  SMTP_USER: optional,
  SMTP_PASSWORD: optional,
  SMTP_SECURE: z.enum(['true', 'false', 'never']).optional(),
  MAIL_FROM: optional,
};

const settings = z
  .object({
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** The one public address of the app; links, redirects and the Origin check use nothing else. */
    APP_URL: z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/$/, '')),
    AUTH_SECRET: secret,
    ENCRYPTION_KEYS: encryptionKeys,
    /** Proxies in front that append to X-Forwarded-For; 0 means that the header is not believed. */
    TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
    /** `/metrics` answers only to this bearer token; without it, to nobody. */
    METRICS_TOKEN: given(16).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    DATABASE_POOL: z.coerce.number().int().min(2).max(50).default(10),
    /** Shrinks every lease, settle and sweep interval. For tests; 1 in real life. */
    TIME_SCALE: z.coerce.number().min(0.005).max(1).default(1),

    /** After so many days things go that nobody needs for ever; see `KeptFor`. */
    KEEP_WEBHOOK_BODIES_DAYS: days(14),
    KEEP_QUARANTINED_DAYS: days(90),
    KEEP_SESSIONS_DAYS: days(90),
    KEEP_DRAFTS_DAYS: days(90),
    KEEP_NOTIFICATIONS_DAYS: days(90),
    KEEP_RULE_RUNS_DAYS: days(365),

    X_API_URL: z.url(),
    X_AUTHORIZE_URL: z.url(),
    X_CLIENT_ID: z.string().min(1),
    X_CLIENT_SECRET: given(1),
    X_CONSUMER_KEY: z.string().min(1),
    X_CONSUMER_SECRET: given(16),
    X_CONSUMER_SECRET_PREVIOUS: given(16).optional(),
    X_BEARER_TOKEN: given(1),
    /** The address X pushes to; by default `APP_URL/api/webhooks/x`. */
    X_WEBHOOK_URL: z.url().optional(),
    /** Whether X lets this app answer any post, which it grants to enterprise plans; others only where they are called. */
    X_ANSWERS_ANY_POST: z.stringbool().default(false),
    /** What X asks for a post, in US dollars, by its price list of that day. */
    X_PRICE_SUMMONED_REPLY: z.coerce.number().min(0).default(0.01),
    X_PRICE_POST_WITH_LINK: z.coerce.number().min(0).default(0.2),
    X_PRICES_AS_OF: z.iso.date().default('2026-04-20'),
    /** Where the sandbox's page is, when X_API_URL is a sandbox: links lead there, and doors can be turned. Never with X itself. */
    SANDBOX_URL: z.url().optional(),

    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_NAME: z.string().min(1).default('Single sign-on'),

    ...mailServer,
  })
  .refine((env) => env.TIME_SCALE === 1 || env.NODE_ENV !== 'production' || env.SANDBOX_URL, {
    message: 'must be 1 where the network is real: shorter waits would send twice',
    path: ['TIME_SCALE'],
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    message: 'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are needed beside OIDC_ISSUER',
    path: ['OIDC_ISSUER'],
  })
  .refine((env) => !(env.SMTP_URL || env.SMTP_HOST) || env.MAIL_FROM, {
    message: 'MAIL_FROM is needed beside SMTP_URL or SMTP_HOST',
    path: ['MAIL_FROM'],
  });

function isDecodable(url: string): boolean {
  try {
    const { username, password } = new URL(url);
    return decodeURIComponent(username + password) !== null;
  } catch {
    return false;
  }
}

/** 32 bytes that are not one byte over and over. */
function isRandomKey(key: Buffer): boolean {
  return key.length === 32 && new Set(key).size > 8;
}

export type Env = z.infer<typeof settings>;

/** Reads the settings or says, by name, what is missing or wrong. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const result = settings.safeParse(present);
  if (result.success) return result.data;
  const problems = result.error.issues.map(
    (issue) =>
      `  ${issue.path.join('.')}: ${present[`${String(issue.path[0])}`] === undefined ? 'is missing' : issue.message}`,
  );
  throw new Error(
    `Porchlight cannot start. Settings to mend (see .env.example):\n${problems.join('\n')}`,
  );
}

let parsed: Env | undefined;

/** The settings of this process, parsed once, when first asked for: a build needs none of them. */
export function env(): Env {
  parsed ??= parseEnv(process.env);
  return parsed;
}
