import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { say, statedInput } from './say';

/** A member says whether they take new work, and until when not. */
export const setOwnAvailability = command({
  permission: 'availability.own',
  input: z.strictObject(statedInput),
  run: (context, said) => say(context, { ...said, memberId: context.actor.memberId, by: null }),
});
