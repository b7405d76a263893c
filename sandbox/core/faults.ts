import { z } from 'zod';

const firing = {
  /** Fires this many times, then is over. */
  times: z.int().min(0).optional(),
  /** Fires this often, by a repeatable draw from `seed`. */
  probability: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
};

const sendModes = [
  'refuse',
  'rate_limited',
  'error_before_accept',
  'error_after_accept',
  'timeout_before_accept',
  'timeout_after_accept',
  'reset_before_accept',
  'reset_after_accept',
  'swallow_reply',
  'unparseable',
] as const;

const sendFault = z.strictObject({
  mode: z.enum(sendModes),
  /** With `refuse`: a numbered error, or the name of a problem. */
  code: z.union([z.int(), z.enum(['permission', 'not_permitted', 'scopes', 'credits'])]).optional(),
  /** With the `error_` modes: which 5xx. */
  status: z.int().min(500).max(599).optional(),
  ...firing,
});

const lookupFault = z.strictObject({
  mode: z.enum(['fail', 'off', 'timeout', 'lag']),
  /** With `lag`: messages younger than this are missing from the account's whole list. */
  lagMs: z.int().min(0).optional(),
  /** With `lag`: also from the list of one conversation. */
  everywhere: z.boolean().optional(),
  ...firing,
});

/** Files handed over (`refuse`, `unavailable`, `unusable` once worked on) and fetched (`gone`, `withheld`). */
const mediaFault = z.strictObject({
  mode: z.enum(['refuse', 'unavailable', 'unusable', 'gone', 'withheld']),
  ...firing,
});

const webhookFault = z.strictObject({
  lateMs: z.int().min(0).optional(),
  doubled: z.number().min(0).max(1).optional(),
  reordered: z.number().min(0).max(1).optional(),
  dropped: z.number().min(0).max(1).optional(),
  seed: z.int().optional(),
});

const oneOrMore = <T extends z.ZodType>(fault: T) =>
  z.union([z.array(fault).max(20), fault.transform((one) => [one])]);

/** `PUT /sandbox/faults`: each part replaces what was there; `null` ends it. The first fault of a list that fires wins. */
export const faultsPatchSchema = z.strictObject({
  send: oneOrMore(sendFault).nullable().optional(),
  lookup: oneOrMore(lookupFault).nullable().optional(),
  media: oneOrMore(mediaFault).nullable().optional(),
  webhook: webhookFault.nullable().optional(),
  creditsGone: z.boolean().optional(),
  /** Ends every access token at this moment. Refresh tokens live on. */
  expireTokens: z.boolean().optional(),
});

export type SendFault = z.infer<typeof sendFault>;
export type LookupFault = z.infer<typeof lookupFault>;
export type MediaFault = z.infer<typeof mediaFault>;

/** What is wrong with the network now. `times` counts down as faults fire. */
export const faultsSchema = z.object({
  send: z.array(sendFault),
  lookup: z.array(lookupFault),
  media: z.array(mediaFault).default([]),
  webhook: webhookFault,
  creditsGone: z.boolean(),
});

export type Faults = z.infer<typeof faultsSchema>;

export const noFaults: Faults = {
  send: [],
  lookup: [],
  media: [],
  webhook: {},
  creditsGone: false,
};
