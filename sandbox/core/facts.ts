import { z } from 'zod';
import {
  deliverySchema,
  grantSchema,
  mediaSchema,
  messageSchema,
  personSchema,
  postSchema,
  subscriptionSchema,
  webhookSchema,
} from './entities';
import { faultsSchema } from './faults';
import { settingsSchema } from './network-settings';

const id = z.string();
const fact = <K extends string, S extends z.ZodRawShape>(kind: K, shape: S) =>
  z.object({ kind: z.literal(kind), ...shape });
const pair = { fromId: id, toId: id };

/** Lines of the ledger that change the world. The world is nothing but their sum. */
export const factSchema = z.discriminatedUnion('kind', [
  fact('person.created', { person: personSchema }),
  fact('person.changed', { id, patch: personSchema.omit({ id: true }).partial() }),
  fact('follow.started', pair),
  fact('follow.ended', pair),
  fact('block.started', { ...pair, scope: z.enum(['all', 'dm']) }),
  fact('block.ended', { ...pair, scope: z.enum(['all', 'dm']) }),
  /** A quiet message is pushed to nobody: a past that was always there. */
  fact('message.created', { message: messageSchema, quiet: z.boolean().optional() }),
  fact('message.hidden', { id, byId: id }),
  fact('post.created', { post: postSchema }),
  /** `concerned` are the accounts that it named, answered or quoted. */
  fact('post.deleted', { id, authorId: id, concerned: z.array(id).optional() }),
  fact('media.stored', { media: mediaSchema }),
  fact('webhook.created', { webhook: webhookSchema }),
  fact('webhook.checked', { id, valid: z.boolean(), why: z.string().optional() }),
  fact('webhook.deleted', { id }),
  fact('subscription.created', { subscription: subscriptionSchema }),
  fact('subscription.changed', { subscription: subscriptionSchema }),
  fact('subscription.deleted', { id }),
  fact('account_subscription.created', { webhookId: id, userId: id }),
  fact('account_subscription.deleted', { webhookId: id, userId: id }),
  fact('grant.issued', { grant: grantSchema }),
  fact('grant.refreshed', { grant: grantSchema, previousRefreshHash: z.string() }),
  fact('grant.reused', { id, accountId: id }),
  /** By the app: one grant. By the owner of the account: all of them. */
  fact('grant.revoked', { id: id.optional(), accountId: id, by: z.enum(['owner', 'app']) }),
  fact('tokens.expired', { accountId: id.optional() }),
  fact('settings.changed', { settings: settingsSchema }),
  fact('faults.changed', { faults: faultsSchema }),
  fact('fault.fired', {
    area: z.enum(['send', 'lookup', 'media']),
    index: z.int(),
    mode: z.string(),
  }),
  fact('delivery.queued', { delivery: deliverySchema }),
  fact('delivery.ended', { id, outcome: z.enum(['delivered', 'lost', 'dropped']) }),
]);

/** Lines that change nothing but let a judge see what was asked and answered. */
export type Note =
  | {
      kind: 'send.attempted';
      accountId: string;
      toId: string;
      text: string;
      outcome: 'accepted' | 'refused' | 'failed';
      status: number | null;
      reason?: string;
      messageId?: string;
      fault?: string;
    }
  | {
      kind: 'call.answered';
      area: string;
      method: string;
      path: string;
      accountId: string | null;
      /** null when the caller got no answer. */
      status: number | null;
    }
  | { kind: 'write.refused'; fromId: string; toId: string; reason: string }
  | {
      kind: 'delivery.attempted';
      id: string;
      attempt: number;
      status: number | null;
      ms: number;
      why?: string | undefined;
    };

export type Fact = z.infer<typeof factSchema>;
export type Entry = { offset: number; at: string } & (Fact | Note);

const noteKinds: ReadonlySet<string> = new Set<Note['kind']>([
  'send.attempted',
  'call.answered',
  'write.refused',
  'delivery.attempted',
]);

export function isFact(entry: Fact | Note): entry is Fact {
  return !noteKinds.has(entry.kind);
}
