import type { Role } from '../access/can';
import { can } from '../access/can';

/** The steps of somebody's first minute. */
export type GuideStep =
  | 'message'
  | 'claim'
  | 'answer'
  | 'note'
  | 'network'
  | 'channel'
  | 'invite'
  | 'keys';

/** What the database cannot see being done: the member's browser says so. */
export const toldSteps = ['network', 'keys'] as const satisfies GuideStep[];

/** The steps that this person can take here; with a sandbox one plays the customer. */
export function stepsFor(actor: { roles: readonly Role[] }, hasSandbox: boolean): GuideStep[] {
  const mayAnswer = can(actor, 'conversation.claim') && can(actor, 'conversation.reply');
  const steps: readonly (readonly [GuideStep, boolean])[] = [
    ['message', hasSandbox],
    ['channel', !hasSandbox && can(actor, 'channel.connect')],
    ['invite', !hasSandbox && can(actor, 'member.invite')],
    ['claim', mayAnswer],
    ['answer', mayAnswer],
    ['note', !mayAnswer && can(actor, 'conversation.note')],
    ['network', hasSandbox && mayAnswer],
    ['keys', true],
  ];
  return steps.filter(([, takes]) => takes).map(([step]) => step);
}
