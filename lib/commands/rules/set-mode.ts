import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { modes } from '@/lib/domain/rules/rule';
import { modeOf } from '@/lib/rules-in-use';
import { command } from '../command';
import { changed, oneAtATime } from './settings';

/** Says whether the first rule that holds decides, or each one that holds says its part. */
export const setRuleMode = command({
  permission: 'routing.manage',
  input: z.strictObject({ mode: z.enum(modes) }),
  async run(context, { mode }) {
    await oneAtATime(context);
    const { tx, workspaceId } = context;
    if ((await modeOf(tx, workspaceId)) === mode) return { value: null, events: [] };
    const outcome = await changed(context, null);
    await tx.execute(
      sql`update routing_settings set mode = ${mode} where workspace_id = ${workspaceId}`,
    );
    return outcome;
  },
});
