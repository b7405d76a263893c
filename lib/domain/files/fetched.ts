import type { Look } from './file';
import { mostBytes, tooManyPixels } from './rules';

/** Why a file that a customer sent is not kept here. */
const fetchProblems = ['gone', 'too_large', 'not_a_file', 'not_allowed', 'unreachable'] as const;
export type FetchProblem = (typeof fetchProblems)[number];

/** What is wrong with the bytes that a network handed out; null when they may be kept and shown. */
export function problemIn(look: Look, bytes: number): FetchProblem | null {
  if (bytes > mostBytes) return 'too_large';
  if (look.is !== 'known') return 'not_a_file';
  return tooManyPixels(look.file) ? 'too_large' : null;
}

/** What stands in the thread instead of the file. `network` is its name. */
export function whyNotFetched(problem: FetchProblem, network: string): string {
  return sentences[problem](network);
}

const sentences: Record<FetchProblem, (network: string) => string> = {
  gone: (network) => `${network} no longer has it.`,
  too_large: (network) => `It is larger than what Porchlight keeps. Open ${network} to see it.`,
  not_a_file: (network) =>
    `What ${network} handed out is not what it was called. Nothing was kept.`,
  not_allowed: (network) => `It is kept where Porchlight does not go. Open ${network} to see it.`,
  unreachable: (network) => `${network} did not hand it out. Open ${network} to see it.`,
};
