import type { BlueskySetting } from './bluesky-rule';
import type { NetworkFacts, PermissionInput } from './input';
import type { Known } from './known';
import { freshForMs } from './known';
import type { Field } from './suppose-field';
import { answers, knownAs, oneOf, yesOrNo } from './suppose-field';
import { metaWindows } from './windows';
import type { Door } from './x-rules';
import { xRuleSets } from './x-rules';

/** Under which network's rule, and on X of which time. */
const ruleNames = [...xRuleSets, 'bluesky', 'meta'] as const;
export type RuleName = (typeof ruleNames)[number];

type On<Rule extends NetworkFacts['rule']> = Extract<NetworkFacts, { rule: Rule }>;

const relations = { forMs: freshForMs.relation };
const doorsAge = { forMs: freshForMs.door };
const doorWords: Record<Door, Door> = {
  everyone: 'everyone',
  verified: 'verified',
  followers: 'followers',
  nobody: 'nobody',
};
const settingWords: Record<BlueskySetting, BlueskySetting> = {
  all: 'all',
  following: 'following',
  none: 'none',
};

/** The rule comes first: it says which of the others there are. */
export const networkFields = {
  rules: oneOf(ruleNames, ruleOf, (input, rule) => ({
    ...input,
    network: networkUnder(rule, input),
  })),
  followsUs: {
    ...knownAs(
      answers,
      followOf,
      (input, recipientFollowsSender) =>
        input.network.rule === 'windows'
          ? input
          : { ...input, network: { ...input.network, recipientFollowsSender } },
      relations,
    ),
    fact: 'follows_us',
  },
  weFollow: {
    ...knownAs(
      answers,
      ({ network }) => (network.rule === 'x' ? network.senderFollowsRecipient : undefined),
      (input, senderFollowsRecipient) => withX(input, { senderFollowsRecipient }),
      relations,
    ),
    fact: 'we_follow',
  },
  theirDoor: {
    ...knownAs(
      doorWords,
      ({ network }) => (network.rule === 'x' ? network.recipientDoor : undefined),
      (input, recipientDoor) => withX(input, { recipientDoor }),
      doorsAge,
    ),
    fact: 'their_door',
  },
  weAreVerified: {
    ...knownAs(
      answers,
      ({ network }) => (network.rule === 'x' ? network.senderIsVerified : undefined),
      (input, senderIsVerified) => withX(input, { senderIsVerified }),
      relations,
    ),
    fact: 'we_are_verified',
  },
  setting: {
    ...knownAs(
      settingWords,
      ({ network }) => (network.rule === 'bluesky' ? network.allowIncoming : undefined),
      (input, allowIncoming) => withBluesky(input, { allowIncoming }),
      doorsAge,
    ),
    fact: 'their_door',
  },
  inConversation: {
    ...yesOrNo(
      ({ network }) => (network.rule === 'bluesky' ? network.conversationExists : null),
      (input, conversationExists) => withBluesky(input, { conversationExists }),
    ),
    fact: 'conversation_exists',
  },
  answer: {
    ...knownAs(
      answers,
      answerOf,
      (input, answer) =>
        input.network.rule === 'windows'
          ? input
          : { ...input, network: { ...input.network, answer } },
      { forMs: freshForMs.answer },
    ),
    fact: 'network_answer',
  },
  ourDoor: {
    ...knownAs(
      doorWords,
      ({ network }) => (network.rule === 'x' ? network.ourDoor : undefined),
      (input, ourDoor) => withX(input, { ourDoor }),
      doorsAge,
    ),
    fact: 'our_door',
  },
  theyAreVerified: knownAs(
    answers,
    ({ network }) => (network.rule === 'x' ? network.recipientIsVerified : undefined),
    (input, recipientIsVerified) => withX(input, { recipientIsVerified }),
    relations,
  ),
} as const satisfies Record<string, Field>;

/** Under which rule a question is asked. */
export function ruleOf({ network }: Pick<PermissionInput, 'network'>): RuleName {
  switch (network.rule) {
    case 'x':
      return network.ruleSet;
    case 'bluesky':
      return 'bluesky';
    case 'windows':
      return 'meta';
  }
}

/** X's own word is about the rule of today; in earlier times nobody could ask. */
function answerOf({ network }: PermissionInput): Known<boolean> | undefined {
  if (network.rule === 'windows') return undefined;
  return network.rule === 'x' && network.ruleSet !== 'x.today' ? undefined : network.answer;
}

function followOf({ network }: PermissionInput): Known<boolean> | undefined {
  return network.rule === 'windows' ? undefined : network.recipientFollowsSender;
}

/** The same two people under another rule. What only the other network would know, nobody knows. */
function networkUnder(rule: RuleName, input: PermissionInput): NetworkFacts {
  const { network, contact } = input;
  if (rule === ruleOf(input)) return network;
  if (rule === 'meta') return { rule: 'windows', windows: metaWindows };
  const recipientFollowsSender = followOf(input) ?? null;
  if (rule === 'bluesky') {
    const conversationExists = contact.lastInboundAt !== null || contact.lastOutboundAt !== null;
    return { rule, recipientFollowsSender, conversationExists, allowIncoming: null, answer: null };
  }
  const known = network.rule === 'x' ? network : { ...nothingOnX, recipientFollowsSender };
  return { ...known, ruleSet: rule, answer: null };
}

const nothingOnX: On<'x'> = {
  rule: 'x',
  ruleSet: 'x.today',
  recipientFollowsSender: null,
  senderFollowsRecipient: null,
  senderIsVerified: null,
  recipientDoor: null,
  answer: null,
  ourDoor: null,
  recipientIsVerified: null,
};

function withX(input: PermissionInput, more: Partial<On<'x'>>): PermissionInput {
  const { network } = input;
  return network.rule === 'x' ? { ...input, network: { ...network, ...more } } : input;
}

function withBluesky(input: PermissionInput, more: Partial<On<'bluesky'>>): PermissionInput {
  const { network } = input;
  return network.rule === 'bluesky' ? { ...input, network: { ...network, ...more } } : input;
}
