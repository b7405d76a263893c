import 'server-only';
import { z } from 'zod';
import { endSessions } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { command } from '../command';

/** Ends every session of the actor but the one that asks. */
export const revokeOtherSessions = command({
  permission: 'session.own',
  input: z.strictObject({}),
  async run({ tx, actor }) {
    const { userId, sessionId } = actor;
    const ended = await withSystemRights(tx, () => endSessions(tx, { userId, except: sessionId }));
    return { value: { ended }, events: [] };
  },
});
