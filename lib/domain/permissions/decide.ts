import { brandFacts, brandLayer } from './brand-layer';
import { channelFacts, channelLayer } from './channel-layer';
import { contactFacts, contactLayer } from './contact-layer';
import type { Fact, Hindrance, Mode, Passage } from './finding';
import type { PermissionInput } from './input';
import { budgetFacts, budgetLayer, messageFacts, messageLayer } from './message-layer';
import { networkFacts, networkLayer } from './network-layer';
import type { ReasonCode } from './reasons';
import type { Remedy } from './remedies';

/** In the order in which they are asked. */
const layerNames = ['channel', 'contact', 'network', 'brand', 'message', 'budget'] as const;
type LayerName = (typeof layerNames)[number];

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

const layers: readonly Layer[] = [
  { name: 'channel', find: channelLayer, facts: channelFacts },
  { name: 'contact', find: contactLayer, facts: contactFacts },
  { name: 'network', find: networkLayer, facts: networkFacts },
  { name: 'brand', find: brandLayer, facts: brandFacts },
  { name: 'message', find: messageLayer, facts: messageFacts },
  { name: 'budget', find: budgetLayer, facts: budgetFacts },
];

/** The weaker the later: a no needs no look-up, and a look-up comes before any waiting. */
const strength = ['refuse', 'check_first', 'defer'] as const;

/**
 * May this channel message this person, for this purpose, now, and why? The first layer that refuses
 * wins; without one the first that wants the network to be asked; then the first that makes it wait.
 * Unknown is never yes. Same input, same answer.
 */
export function decide(input: PermissionInput): Decision {
  const found = layers.map(({ find }) => find(input));
  for (const verdict of strength) {
    const at = found.findIndex((one) => isHindrance(one) && one.verdict === verdict);
    const hindrance = found[at];
    const layer = layerNames[at];
    if (layer && isHindrance(hindrance)) {
      return { ...hindrance, layer, facts: factsUpTo(at, input) };
    }
  }
  const passage = found.find(isPassage);
  if (!passage) throw new Error('The network layer neither let the message through nor refused.');
  return {
    ...passage,
    verdict: 'allow',
    layer: 'network',
    remedies: [],
    facts: factsUpTo(layers.length - 1, input),
  };
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

function factsUpTo(index: number, input: PermissionInput): Fact[] {
  return layers.slice(0, index + 1).flatMap(({ facts }) => facts(input));
}

function isHindrance(found: Hindrance | Passage | null | undefined): found is Hindrance {
  return found != null && 'verdict' in found;
}

function isPassage(found: Hindrance | Passage | null | undefined): found is Passage {
  return found != null && !('verdict' in found);
}
