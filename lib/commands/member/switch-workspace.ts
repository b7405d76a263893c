import 'server-only';
import { z } from 'zod';
import { moveSession } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

/** Lets this browser look at another workspace of the same person. */
export const switchWorkspace = command({
  permission: 'session.own',
  input: z.strictObject({ workspaceId: z.uuid() }),
  async run({ tx, actor }, { workspaceId }) {
    const moved = await withSystemRights(tx, () => moveSession(tx, actor, workspaceId));
    if (!moved) throw new Refusal('not_found', 'There is no such workspace.');
    return { value: null, events: [] };
  },
});
