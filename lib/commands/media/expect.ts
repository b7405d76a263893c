import 'server-only';
import { v7 as uuid } from 'uuid';
import { mediaFetches } from '@/db/schema/files';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';

/** What came with a message, as it is shown until it has been fetched. */
export function asExpected(attachments: readonly Attachment[]): Attachment[] {
  return attachments.map((attachment) =>
    isFetchable(attachment) ? { ...attachment, pending: true } : attachment,
  );
}

/** Has the worker fetch what came with a message: the browser never goes to a network for it. */
export async function expectMedia(
  { tx, workspaceId }: CommandContext<null>,
  {
    messageId,
    channelId,
    attachments,
  }: { messageId: string; channelId: string; attachments: readonly Attachment[] },
): Promise<Lane[]> {
  const expected = attachments.filter(isFetchable);
  if (expected.length === 0) return [];
  await tx
    .insert(mediaFetches)
    .values(
      expected.map(({ externalId, url }) => ({
        workspaceId,
        id: uuid(),
        messageId,
        channelId,
        externalId,
        url,
      })),
    )
    .onConflictDoNothing();
  return ['media'];
}

function isFetchable(attachment: Attachment): attachment is Attachment & { url: string } {
  return attachment.url !== undefined && attachment.kind !== 'other';
}
