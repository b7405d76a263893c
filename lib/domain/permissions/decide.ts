import { brandFacts, brandLayer } from './brand-layer';
import { channelFacts, channelLayer } from './channel-layer';
import { contactFacts, contactLayer } from './contact-layer';
import type { Fact, Hindrance, Mode, Passage } from './finding';
import type { PermissionInput } from './input';
import { budgetFacts, budgetLayer, messageFacts, messageLayer } from './message-layer';
import { networkFacts, networkLayer } from './network-layer';
import type { ReasonCode } from './reasons';
import type { Remedy } from './remedies';

export type LayerName = 'channel' | 'contact' | 'network' | 'brand' | 'message' | 'budget';

export type Decision = {
  verdict: 'allow' | 'refuse' | 'check_first' | 'defer';
  /** Where an allowed message lands. */
  mode?: Mode;
  /** The layer that decided; of a yes, the network, whose rule let it through. */
  layer: LayerName;
  reason: ReasonCode;
  /** Until when this holds, in epoch milliseconds, if it ends by itself. */
  until?: number;
  /** What can be done; at least one of them unless the answer is yes. */
  remedies: readonly Remedy[];
  facts: readonly Fact[];
};

/** What one layer says by itself, whatever the others say. For the rule tester. */
export type LayerFinding = {
  layer: LayerName;
  hindrance: Hindrance | null;
  passage: Passage | null;
  facts: readonly Fact[];
};

type Layer = {
  name: LayerName;
  find: (input: PermissionInput) => Hindrance | Passage | null;
  facts: (input: PermissionInput) => readonly Fact[];
};

/** In the order in which they are asked. */
const layers: readonly Layer[] = [
  { name: 'channel', find: channelLayer, facts: channelFacts },
  { name: 'contact', find: contactLayer, facts: contactFacts },
  { name: 'network', find: networkLayer, facts: networkFacts },
  { name: 'brand', find: brandLayer, facts: brandFacts },
  { name: 'message', find: messageLayer, facts: messageFacts },
  { name: 'budget', find: budgetLayer, facts: budgetFacts },
];

/**
 * May this channel message this person, for this purpose, now, and why? The first layer that refuses
 * wins: a no needs no look-up. Without one it is the first that wants the network to be asked, then the
 * first that makes it wait. Unknown is never yes. Same input, same answer.
 */
export function decide(input: PermissionInput): Decision {
  let weaker: { hindrance: Hindrance; layer: Layer } | null = null;
  let passage: Passage | null = null;
  for (const layer of layers) {
    const found = layer.find(input);
    if (isPassage(found)) passage = found;
    if (!isHindrance(found)) continue;
    if (found.verdict === 'refuse') return hindered(found, layer, input);
    if (weaker === null || isStronger(found, weaker.hindrance))
      weaker = { hindrance: found, layer };
  }
  if (weaker) return hindered(weaker.hindrance, weaker.layer, input);
  if (!passage) throw new Error('The network layer neither let the message through nor refused.');
  const facts = factsUpTo(layers.at(-1), input);
  return { ...passage, verdict: 'allow', layer: 'network', remedies: [], facts };
}

/** Every layer by itself, in order: what each would say if it were the only one. */
export function explain(input: PermissionInput): LayerFinding[] {
  return layers.map(({ name, find, facts }) => {
    const found = find(input);
    return {
      layer: name,
      hindrance: isHindrance(found) ? found : null,
      passage: isPassage(found) ? found : null,
      facts: facts(input),
    };
  });
}

/** All that a decision may rest on, also what it did not come to. */
export function factsAbout(input: PermissionInput): Fact[] {
  return factsUpTo(undefined, input);
}

function hindered(hindrance: Hindrance, layer: Layer, input: PermissionInput): Decision {
  return { ...hindrance, layer: layer.name, facts: factsUpTo(layer, input) };
}

function isStronger(one: Hindrance, other: Hindrance): boolean {
  return one.verdict === 'check_first' && other.verdict === 'defer';
}

function factsUpTo(last: Layer | undefined, input: PermissionInput): Fact[] {
  const facts: Fact[] = [];
  for (const layer of layers) {
    facts.push(...layer.facts(input));
    if (layer === last) break;
  }
  return facts;
}

function isHindrance(found: Hindrance | Passage | null): found is Hindrance {
  return found !== null && 'verdict' in found;
}

function isPassage(found: Hindrance | Passage | null): found is Passage {
  return found !== null && !('verdict' in found);
}
