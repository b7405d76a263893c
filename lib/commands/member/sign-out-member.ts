import 'server-only';
import { z } from 'zod';
import { endSessions } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { command } from '../command';
import { memberToManage } from './manage';

/**
 * Ends every session of a member, also those that look at another workspace: each of them could look
 * here the next moment, and signing in again is all it costs. How many there were is nobody's business here.
 */
export const signOutMember = command({
  permission: 'member.manage',
  input: z.strictObject({ memberId: z.uuid() }),
  async run({ tx, workspaceId, actor }, { memberId }) {
    const { userId } = await memberToManage(tx, workspaceId, memberId);
    const mine = userId === actor.userId ? { except: actor.sessionId } : {};
    await withSystemRights(tx, () => endSessions(tx, { userId, ...mine }));
    return {
      value: null,
      events: [{ type: 'member.changed', memberId, data: { signedOut: true } }],
    };
  },
});
