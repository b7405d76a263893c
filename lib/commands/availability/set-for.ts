import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { say, statedInput } from './say';

/** A lead says it for somebody who left without a word, or forgot to come back. Whose word it was is kept with it. */
export const setAvailabilityFor = command({
  permission: 'availability.manage',
  input: z.strictObject({ memberId: z.uuid(), ...statedInput }),
  run(context, said) {
    const { memberId: me } = context.actor;
    return say(context, { ...said, by: said.memberId === me ? null : me });
  },
});
