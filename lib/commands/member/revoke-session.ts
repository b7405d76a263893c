import 'server-only';
import { z } from 'zod';
import { endSession } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

/** Ends one of the actor's own sessions, in whatever browser it is open. */
export const revokeSession = command({
  permission: 'session.own',
  input: z.strictObject({ sessionId: z.uuid() }),
  async run({ tx, actor }, { sessionId }) {
    const ended = await withSystemRights(tx, () =>
      endSession(tx, { sessionId, userId: actor.userId }),
    );
    if (!ended) throw new Refusal('not_found', 'This session has ended already.');
    return { value: null, events: [] };
  },
});
