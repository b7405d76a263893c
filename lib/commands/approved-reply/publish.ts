import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext, Outcome } from '../command';
import { command } from '../command';
import { heldApart } from './held-apart';
import { comeIntoUse, publishedNow } from './into-use';
import { isReadEnough } from './read-enough';
import type { Held } from './version-for';
import {
  isoOf,
  isVersion,
  requireInUse,
  requireStep,
  versionEvent,
  versionFor,
} from './version-for';

type Published = { state: 'published' | 'scheduled' };

/** Brings an approved version into use: now, in the place of the one before, or at its `valid_from`. */
export const publishVersion = command({
  permission: 'reply.publish',
  input: z.strictObject({ versionId: z.uuid() }),
  async run(context, { versionId }): Promise<Outcome<Published>> {
    const held = await versionFor(context, versionId);
    requireStep(held.version, 'publish');
    requireInUse(held.reply);
    requireTime(held);
    await requireApprovals(context, held);
    await requireNewest(context, held);
    const from = isoOf(held.version.validFrom);
    if (from !== null && from > held.now) return await schedule(context, held);
    const events = await comeIntoUse(context, held, context.actor.memberId);
    return { value: { state: 'published' }, events, nudges: ['replies'] };
  },
});

async function schedule(context: CommandContext, { version }: Held): Promise<Outcome<Published>> {
  const { tx, workspaceId, actor } = context;
  if (version.scheduled) return { value: { state: 'scheduled' }, events: [] };
  await heldApart(() =>
    tx
      .update(replyVersions)
      .set({ scheduled: true, publishedBy: actor.memberId, dueAt: version.validFrom })
      .where(isVersion(workspaceId, version.id)),
  );
  return {
    value: { state: 'scheduled' },
    events: [versionEvent('reply.changed', version)],
    nudges: ['replies'],
  };
}

function requireTime({ version, now }: Held): void {
  const until = isoOf(version.validUntil);
  if (until === null || until > now) return;
  throw new Refusal(
    'conflict',
    'The time of this version is over already. Begin a new draft from it.',
  );
}

async function requireApprovals(context: CommandContext, held: Held): Promise<void> {
  if (await isReadEnough(context, held)) return;
  throw new Refusal(
    'conflict',
    'This reply is of high risk by now, and two have to review its words. Begin a new draft from this version.',
  );
}

async function requireNewest(context: CommandContext, { version }: Held): Promise<void> {
  const current = await publishedNow(context, version);
  if (!current || current.number < version.number) return;
  throw new Refusal('conflict', 'A newer version is published. Begin a new draft from this one.', {
    published: current.number,
  });
}
