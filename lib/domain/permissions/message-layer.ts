import type { Fact, Hindrance } from './finding';
import { booked, refuse } from './finding';
import type { PermissionInput } from './input';

/** Fifth: what is to be sent, once there is something. */
export function messageLayer({ message }: PermissionInput): Hindrance | null {
  if (!message) return null;
  const over = message.length - message.maxLength;
  if (over > 0) return refuse('TEXT_TOO_LONG', { kind: 'shorten', by: over });
  return message.filesAreSupported ? null : refuse('MEDIA_UNSUPPORTED', { kind: 'remove_files' });
}

/** Last: what the network lets the channel send for now. It goes out by itself when there is room. */
export function budgetLayer({ budget, now }: PermissionInput): Hindrance | null {
  if (!budget || budget.remaining > 0 || budget.resetAt <= now) return null;
  const { resetAt } = budget;
  return {
    verdict: 'defer',
    reason: 'RATE_LIMITED',
    until: resetAt,
    remedies: [{ kind: 'wait_until', at: resetAt }],
  };
}

export function messageFacts({ message }: PermissionInput): Fact[] {
  return message ? [booked('length', message.length)] : [];
}

export function budgetFacts({ budget }: PermissionInput): Fact[] {
  return budget ? [booked('budget', budget.remaining)] : [];
}
