import 'server-only';
import { z } from 'zod';
import { replyVersions } from '@/db/schema/replies';
import { refusedField } from '@/lib/domain/refusal';
import { command } from '../command';
import { requireAuthor, requireRevision } from './own-draft';
import { sourceVersionOf } from './source-version';
import { mediaOf, requireActions, versionValues } from './values';
import { cannotGoOn, isVersion, requireInUse, versionEvent, versionFor } from './version-for';

/** Keeps what stands in a draft. What it lacks is said when it is submitted. */
export const saveVersion = command({
  permission: 'reply.write',
  input: z.strictObject({
    versionId: z.uuid(),
    revision: z.int(),
    ...versionValues,
    /** Of a translation: it says what the source says now. */
    current: z.boolean().default(false),
  }),
  async run(context, { versionId, revision, fileIds, current, ...values }) {
    const { tx, workspaceId } = context;
    const held = await versionFor(context, versionId);
    const { reply, version } = held;
    if (version.state !== 'draft') throw cannotGoOn(version.state);
    requireAuthor(context, held);
    requireRevision(held, revision);
    requireInUse(reply);
    const { validFrom, validUntil } = values;
    if (validFrom !== null && validUntil !== null && validFrom >= validUntil) {
      throw refusedField('validUntil', 'The end comes before the beginning.');
    }
    await requireActions(context, values.actions);
    const media = await mediaOf(context, reply.id, fileIds);
    const isTranslation = version.language !== reply.sourceLanguage;
    const next = revision + 1;
    await tx
      .update(replyVersions)
      .set({
        ...values,
        media,
        revision: next,
        ...(current && isTranslation && { sourceVersionId: await sourceVersionOf(context, reply) }),
      })
      .where(isVersion(workspaceId, versionId));
    // The library says nothing of words, but of what a translation says.
    const type = current ? 'reply.changed' : 'reply.saved';
    return { value: { revision: next }, events: [versionEvent(type, version)] };
  },
});
