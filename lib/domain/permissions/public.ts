import { channelFacts, channelLayer } from './channel-layer';
import type { Decision } from './decide';
import type { Fact, Hindrance } from './finding';
import { booked, fact, refuse } from './finding';
import type { ChannelState } from './input';
import type { Known } from './known';

/** What decides whether an account may answer somebody in public. */
export type PublicFacts = {
  channel: { state: ChannelState };
  /** The post that would be answered: the newest that lets us, else the newest; null when none is here. */
  post: { externalId: string; summons: boolean; isDeleted: boolean } | null;
  /** The network lets this app answer posts that did not call it. */
  isExempt: boolean;
  blockedByThem: Known<boolean>;
};

/**
 * May this channel answer in public, and why? Who may be messaged in private has no part in it: everybody
 * reads it. The brand's policies on first messages and offers are about private ones.
 */
export function decideInPublic(facts: PublicFacts): Decision {
  const channel = channelLayer(facts);
  if (channel) return hindered(channel, 'channel', facts);
  if (facts.blockedByThem?.value) {
    return hindered(refuse('BLOCKED_BY_THEM', { kind: 'wait_for_them' }), 'contact', facts);
  }
  const hindrance = networkHindrance(facts);
  if (hindrance) return hindered(hindrance, 'network', facts);
  const reason = facts.post?.summons ? 'SUMMONED' : 'MAY_ANSWER_ANY_POST';
  const passage = { verdict: 'allow', mode: 'public', reason, layer: 'network' } as const;
  return { ...passage, remedies: [], facts: factsOf(facts) };
}

function networkHindrance({ post, isExempt }: PublicFacts): Hindrance | null {
  if (!post || post.isDeleted) return refuse('POST_DELETED', { kind: 'close_conversation' });
  if (post.summons || isExempt) return null;
  return refuse('NOT_SUMMONED', { kind: 'answer_there' }, { kind: 'wait_for_them' });
}

function hindered(hindrance: Hindrance, layer: Decision['layer'], facts: PublicFacts): Decision {
  return { ...hindrance, layer, facts: factsOf(facts) };
}

function factsOf(facts: PublicFacts): Fact[] {
  return [
    ...channelFacts(facts),
    fact('blocked_by_them', facts.blockedByThem),
    booked('summons', facts.post?.summons ?? null),
  ];
}
