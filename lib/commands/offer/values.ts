import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { shortName } from '../short-name';

export const offerName = shortName('Enter the name of the offer.');

/** A draft may still be anything that fits; what it lacks is said before it starts. */
export const offerBody = z
  .string()
  .transform((typed) => typed.toWellFormed().replaceAll('\u0000', '').replaceAll('\r\n', '\n'))
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => [...text].length <= textLimits.reply, 'This is longer than a message can be.');

export const labelIds = z.array(z.uuid()).max(50).default([]);

/** Refuses labels that are not this workspace's. */
export async function requireLabels(
  { tx, workspaceId }: CommandContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(labels)
    .where(and(eq(labels.workspaceId, workspaceId), inArray(labels.id, [...ids])));
  if (found?.count !== new Set(ids).size) {
    throw new Refusal('not_found', 'There is no such label here.');
  }
}
