import 'server-only';
import { z } from 'zod';
import { rulesOf } from '@/lib/rules-in-use';
import { command } from '../command';
import { changed, keepVersion, oneAtATime, ruleAmong } from './settings';

/** Switches a rule on or off, as a version of its own: its log says from when. */
export const switchRule = command({
  permission: 'routing.manage',
  input: z.strictObject({ ruleId: z.uuid(), enabled: z.boolean() }),
  async run(context, { ruleId, enabled }) {
    await oneAtATime(context);
    const rule = ruleAmong(await rulesOf(context.tx, context.workspaceId), ruleId);
    if (rule.enabled === enabled) return { value: null, events: [] };
    await keepVersion(context, rule, { ...rule, enabled });
    return await changed(context, null);
  },
});
