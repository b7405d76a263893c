/** Why a network did not block or unblock somebody. A closed list: screens have a sentence for each. */
export const blockProblems = [
  'gone',
  'scope',
  'restricted',
  'refused',
  'rate_limited',
  'credits',
  'access',
  'unreachable',
] as const;
export type BlockProblem = (typeof blockProblems)[number];

/** What is wanted of a block on the network, and what is known of it. */
export type BlockStanding = {
  wanted: boolean;
  isBlocked: boolean;
  /** Somebody still works on what is wanted, or will. */
  isUnderWay: boolean;
  hasFailed: boolean;
  /** The network was asked and has not answered since: it may have done it. */
  isInDoubt: boolean;
};

/**
 * What a wish takes: nothing when it is so or under way already; to let go of what was wanted before when
 * nothing of that can have reached the network; else the network must be asked.
 */
export function stepFor(block: BlockStanding | null, wanted: boolean): 'none' | 'let_go' | 'ask' {
  if (!block) return wanted ? 'ask' : 'none';
  const isSo = block.isBlocked === wanted && !block.isInDoubt;
  const isOpen = block.isUnderWay || block.hasFailed;
  if (block.wanted === wanted && block.isUnderWay) return 'none';
  if (isSo) return isOpen ? 'let_go' : 'none';
  return 'ask';
}

/** Where a block stands, for whoever looks; null where there is nothing to tell. */
export type BlockState = 'blocking' | 'blocked' | 'unblocking' | 'not_blocked' | 'not_unblocked';

export function stateOf(block: BlockStanding): BlockState | null {
  if (block.isUnderWay) return block.wanted ? 'blocking' : 'unblocking';
  if (block.hasFailed) return block.wanted ? 'not_blocked' : 'not_unblocked';
  return block.isBlocked ? 'blocked' : null;
}

/** What went wrong, as the end of a sentence. */
export function blockProblemWords(problem: BlockProblem, network: string): string {
  return words[problem](network);
}

const words: Record<BlockProblem, (network: string) => string> = {
  gone: (network) => `their account on ${network} is gone`,
  scope: (network) => `${network} does not let this app block people for the account`,
  restricted: (network) => `${network} has restricted the account`,
  refused: (network) => `${network} refused it`,
  rate_limited: (network) => `${network} allows only so many blocks at a time`,
  credits: (network) => `the credits for ${network}’s API are used up`,
  access: () => 'the account has to be connected again',
  unreachable: (network) => `${network} did not answer`,
};
