import type { Decision } from './decide';

/** Whether the network's own word could turn this into a yes. */
export function mayBeAsked({ remedies }: Pick<Decision, 'remedies'>): boolean {
  return remedies.some(({ kind }) => kind === 'check');
}
