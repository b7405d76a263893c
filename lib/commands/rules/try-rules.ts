import 'server-only';
import { z } from 'zod';
import { prepared } from '@/db/client';
import { namesOf } from '@/lib/domain/rules/names';
import type { RuleVersion } from '@/lib/domain/rules/rule';
import type { Trial, TrialLength } from '@/lib/domain/rules/trial';
import { trialLengths, trialOf } from '@/lib/domain/rules/trial';
import { askRules } from '@/lib/rule-book';
import { ruleCases } from '@/lib/rule-facts';
import { ruleThings } from '@/lib/rule-things';
import type { KeptRule } from '@/lib/rules-in-use';
import { readBook, rulesOf } from '@/lib/rules-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { ruleInput } from './rule-input';
import { ruleAmong } from './settings';

/** Under this name a draft stands among the versions of a trial. */
const DRAFT = 'draft';

/**
 * Asks the rules, as they are or with a draft among them, about the newest message of the latest conversations, and
 * says what they would do. By the same engine as for what comes in; it writes nothing.
 */
export const tryRules = command({
  permission: 'routing.manage',
  input: z.strictObject({
    last: z.literal(trialLengths),
    /** A rule that is being written; `ruleId` null for a new one, which comes last. */
    draft: z.strictObject({ ruleId: z.uuid().nullable(), rule: ruleInput }).nullable(),
    /** An order that is not saved yet. */
    order: z.array(z.uuid()).max(1000).nullable(),
  }),
  async run(context, { last, draft, order }) {
    const { tx, workspaceId } = context;
    const kept = await rulesOf(tx, workspaceId);
    const inUse = inOrder(
      kept.filter(({ archivedAt }) => archivedAt === null),
      order,
    );
    if (draft?.ruleId) ruleAmong(kept, draft.ruleId);
    const rules = draft ? withDraft(inUse, draft) : inUse;
    const book = await readBook(tx, workspaceId, rules);
    const latest = await latestOf(context, last);
    const cases = await ruleCases(tx, workspaceId, latest);
    const ruled = await askRules(tx, { workspaceId, book, cases });
    const byId = new Map(ruled.map((one) => [one.conversationId, one]));
    const tried = latest.flatMap(({ conversationId, contact, said }) => {
      const one = byId.get(conversationId);
      return one ? [{ ...one, contact, said }] : [];
    });
    const names = namesOf(await ruleThings(tx, workspaceId));
    const trial: Trial = trialOf(tried, names, draft ? DRAFT : null);
    return { value: trial, events: [] };
  },
});

function inOrder(rules: readonly KeptRule[], order: readonly string[] | null): KeptRule[] {
  if (order === null) return [...rules];
  return rules.toSorted((one, other) => order.indexOf(one.ruleId) - order.indexOf(other.ruleId));
}

function withDraft(
  rules: readonly KeptRule[],
  { ruleId, rule }: { ruleId: string | null; rule: z.output<typeof ruleInput> },
): RuleVersion[] {
  const drafted: RuleVersion = { id: DRAFT, ...rule };
  return rules.some((one) => one.ruleId === ruleId)
    ? rules.map((one) => (one.ruleId === ruleId ? drafted : one))
    : [...rules, drafted];
}

type Latest = { conversationId: string; messageId: string; contact: string; said: string };

/** The conversations in which a customer wrote last, each with the newest that they wrote. */
async function latestOf({ tx, workspaceId }: CommandContext, last: TrialLength): Promise<Latest[]> {
  return await prepared<Latest>(tx, {
    name: 'latest-inbound',
    text: `
      select c.id as "conversationId", m.id as "messageId", left(m.body, 140) as said,
        coalesce(i.name, (select p.name from contacts p
          where p.workspace_id = i.workspace_id and p.id = i.contact_id)) as contact
      from (
        select id, identity_id, last_inbound_at from conversations
        where workspace_id = $1 and last_inbound_at is not null and status <> 'spam'
        order by last_inbound_at desc, id limit $2
      ) c
      join identities i on i.workspace_id = $1 and i.id = c.identity_id
      join lateral (
        select id, body from messages
        where workspace_id = $1 and conversation_id = c.id and kind = 'inbound'
        order by at desc, tie desc, id desc limit 1
      ) m on true
      order by c.last_inbound_at desc, c.id`,
    values: [workspaceId, last],
  });
}
