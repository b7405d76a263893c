import 'server-only';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { attributes } from '@/db/schema/attributes';
import { channels } from '@/db/schema/channels';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { fileRules, whyTooMany } from '@/lib/domain/files/rules';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { ReplyMedia } from '@/lib/domain/replies/reply';
import { bodyProblems } from '@/lib/domain/replies/template';
import { knownVariables } from '@/lib/domain/replies/variables';
import type { CommandContext } from '../command';
import { requireActions } from './values';
import type { Held } from './version-for';
import { isoOf } from './version-for';

/** Refuses what no reviewer should have to read: a text that could not be sent, or a time that is over. */
export async function requireReadable(
  context: CommandContext,
  { reply, version, now }: Held,
): Promise<void> {
  const problems = bodyProblems(version.body, {
    known: knownVariables(await attributeKeys(context)),
    allowance: version.allowance,
    limit: textLimits.reply,
  });
  const [problem] = problems;
  if (problem)
    throw new Refusal('invalid', problem.message, { fields: { body: problem.message }, problems });
  const until = isoOf(version.validUntil);
  if (until !== null && until <= now) {
    throw refusedField('validUntil', 'This time is over already. Choose a later end, or none.');
  }
  await requireActions(context, version.actions);
  if (version.media.length === 0) return;
  for (const network of await networksOf(context, reply.channelIds)) {
    const why = whyNotAlong(version.media, network);
    if (why !== null) throw refusedField('fileIds', why);
  }
}

function whyNotAlong(media: readonly ReplyMedia[], network: string): string | null {
  const rules = fileRules('reply', network);
  const unfit = media.find(({ kind, mimeType, size }) => {
    const rule = rules.kinds[kind];
    const formats: readonly string[] = rule?.formats ?? [];
    return !(rule && formats.includes(mimeType) && size <= rule.mostBytes);
  });
  return unfit
    ? `“${unfit.name}” cannot go along with a reply here. Remove it.`
    : whyTooMany(media.length, rules);
}

/** What the workspace itself can fill in. */
export async function attributeKeys({ tx, workspaceId }: CommandContext): Promise<string[]> {
  const found = await tx
    .select({ key: attributes.key })
    .from(attributes)
    .where(and(eq(attributes.workspaceId, workspaceId), isNull(attributes.archivedAt)))
    .orderBy(attributes.position);
  return found.map(({ key }) => key);
}

/** Those of its channels; of all channels where it names none. */
async function networksOf(
  { tx, workspaceId }: CommandContext,
  channelIds: readonly string[],
): Promise<string[]> {
  const found = await tx
    .selectDistinct({ network: channels.network })
    .from(channels)
    .where(
      and(
        eq(channels.workspaceId, workspaceId),
        channelIds.length > 0 ? inArray(channels.id, [...channelIds]) : undefined,
      ),
    );
  return found.length > 0 ? found.map(({ network }) => network) : ['x'];
}
