import type { Decision } from './decide';
import { decide } from './decide';
import type { PermissionInput } from './input';
import type { Known } from './known';
import { notBlocked } from './not-blocked';
import type { PermissionFacts } from './reply-input';
import { replyInput } from './reply-input';
import type { FieldName } from './suppose-fields';
import { fieldNames, fields } from './suppose-fields';
import type { XRuleSet } from './x-rules';
import { xRuleSets } from './x-rules';

/** What is asked and taken to be so, instead of what is known: a word for each field that differs. */
export type Supposed = Readonly<Partial<Record<FieldName, string>>>;

/** The question with everything supposed in it. What a field does not take, or the network does not have, is left out. */
export function suppose(input: PermissionInput, supposed: Supposed): PermissionInput {
  let made = input;
  for (const name of fieldNames) {
    const word = wordFor(name, supposed);
    if (word !== undefined && fields[name].read(made) !== null) made = fields[name].set(made, word);
  }
  return wordFor('blockedByThem', supposed) === undefined ? withProof(input, made) : made;
}

function wordFor(name: FieldName, supposed: Supposed): string | undefined {
  const word = supposed[name];
  return word !== undefined && fields[name].takes(word) ? word : undefined;
}

/** Whether they blocked us may follow from a message or a follow of theirs: then also from a supposed one. */
function withProof(before: PermissionInput, made: PermissionInput): PermissionInput {
  const known = before.contact.blockedByThem;
  const proof = proofIn(before);
  const isProven = known?.source === proof?.source && known?.at === proof?.at;
  if (known !== null && !isProven) return made;
  return { ...made, contact: { ...made.contact, blockedByThem: proofIn(made) } };
}

function proofIn({ contact, network }: PermissionInput): Known<boolean> {
  const follow = network.rule === 'windows' ? null : network.recipientFollowsSender;
  return notBlocked(contact.lastInboundAt, follow);
}

/** A question about somebody made up: nothing stands between them and the channel that somebody did not suppose. */
export function aboutStranger(facts: PermissionFacts): PermissionInput {
  return suppose(replyInput(facts), {
    gone: 'no',
    blockedByUs: 'no',
    blockedByThem: 'no',
    followsUs: 'no',
    weFollow: 'no',
  });
}

/** The same case under every rule that X has had, the oldest first. */
export function underEachRule(
  input: PermissionInput,
  supposed: Supposed,
): { rules: XRuleSet; decision: Decision }[] {
  return xRuleSets.map((rules) => ({
    rules,
    decision: decide(suppose(input, { ...supposed, rules })),
  }));
}
