import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { attributes } from '@/db/schema/attributes';
import { labels } from '@/db/schema/labels';
import { valueProblem } from '@/lib/domain/contact/attributes';
import type { ContactChange } from '@/lib/domain/contact/change';
import { fieldOf } from '@/lib/domain/contact/change';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

/** A change that may be made, and what its field is called in a sentence. */
export type Asked = { change: ContactChange; name: string };

/** Refuses a label or an attribute that is not there to be given, and a value that does not fit its attribute. */
export async function checkChanges(
  context: CommandContext,
  changes: readonly ContactChange[],
): Promise<Asked[]> {
  const known = await attributesIn(context, changes);
  await requireLabels(context, changes);
  return changes.map((change) => {
    if (change.field !== 'attribute') return { change, name: names[change.field] };
    const attribute = known.find(({ key }) => key === change.key);
    if (!attribute) throw new Refusal('not_found', 'There is no such attribute here.');
    const problem = change.to === null ? null : valueProblem(attribute, change.to);
    if (problem !== null) throw refusedField(fieldOf(change), problem);
    const to = typeof change.to === 'string' ? change.to.trim() : change.to;
    return { change: { ...change, to }, name: attribute.name };
  });
}

const names = { kind: 'the kind', vip: 'VIP', label: 'the labels' } as const;

/** Of those in use; a choice or a name may change meanwhile, so they are held until this is done. */
async function attributesIn(
  { tx, workspaceId }: CommandContext,
  changes: readonly ContactChange[],
): Promise<(typeof attributes.$inferSelect)[]> {
  const keys = changes.flatMap((change) => (change.field === 'attribute' ? [change.key] : []));
  if (keys.length === 0) return [];
  return await tx
    .select()
    .from(attributes)
    .where(
      and(
        eq(attributes.workspaceId, workspaceId),
        inArray(attributes.key, keys),
        isNull(attributes.archivedAt),
      ),
    )
    .orderBy(attributes.id)
    .for('share');
}

async function requireLabels(
  { tx, workspaceId }: CommandContext,
  changes: readonly ContactChange[],
): Promise<void> {
  const put = changes.flatMap((change) =>
    change.field === 'label' && change.on ? [change.labelId] : [],
  );
  const ids = [...new Set(put)];
  if (ids.length === 0) return;
  const found = await tx
    .select({ id: labels.id })
    .from(labels)
    .where(
      and(eq(labels.workspaceId, workspaceId), inArray(labels.id, ids), isNull(labels.archivedAt)),
    );
  if (found.length < ids.length) throw new Refusal('not_found', 'There is no such label here.');
}
