import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { files } from '@/db/schema/files';
import { teams } from '@/db/schema/teams';
import { Refusal } from '@/lib/domain/refusal';
import type { ReplyActions, ReplyMedia } from '@/lib/domain/replies/reply';
import {
  allowances,
  keyPattern,
  languagePattern,
  purposes,
  risks,
  shortest,
} from '@/lib/domain/replies/reply';
import type { CommandContext } from '../command';
import { requireLabels } from '../offer/values';

/** More than any message with its signs. */
const MOST_TYPED = 20_000;

const oneLine = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;

function line(most: number) {
  return z
    .string()
    .max(1_000, 'This is too long.')
    .transform((typed) => typed.normalize('NFC').replaceAll(/\s+/gu, ' ').trim())
    .pipe(
      z
        .string()
        .max(most, `Use at most ${most} characters.`)
        .regex(oneLine, 'Use one line of letters.'),
    );
}

export function words(most: number) {
  return z
    .string()
    .max(most * 4, 'This is too long.')
    .transform((typed) =>
      typed
        .toWellFormed()
        .replaceAll('\u0000', '')
        .replaceAll('\r\n', '\n')
        .normalize('NFC')
        .trim(),
    )
    .refine((text) => [...text].length <= most, `Use at most ${most} characters.`);
}

/** What a reply is called, where it stands and what it is for. */
export const replyValues = {
  key: z
    .string()
    .max(1_000)
    .transform((typed) => typed.trim().replace(/^\//, '').toLowerCase())
    .refine(
      (key) => keyPattern.test(key),
      'A key has up to 40 lower-case letters, figures and hyphens.',
    ),
  title: line(shortest.title).refine((title) => title !== '', 'Enter the title of the reply.'),
  folder: line(shortest.folder).default(''),
  purpose: z.enum(purposes),
  risk: z.enum(risks),
  channelIds: z
    .array(z.uuid())
    .max(100)
    .transform((ids) => [...new Set(ids)])
    .default([]),
};

export const language = z
  .string()
  .regex(languagePattern, 'Name a language by its code, such as en or pt-BR.');

const moment = z.iso
  .datetime({ offset: true })
  .transform((at) => new Date(at).toISOString())
  .nullable();

const actions = z
  .strictObject({
    labelIds: z
      .array(z.uuid())
      .max(50)
      .transform((ids) => [...new Set(ids)])
      .optional(),
    teamId: z.uuid().optional(),
    status: z.enum(['waiting', 'open', 'resolved', 'on_hold', 'snoozed']).optional(),
    snoozeHours: z.int().min(1).max(2_160).optional(),
  })
  .refine(
    ({ status, snoozeHours }) => (status === 'snoozed') === (snoozeHours !== undefined),
    'Say for how many hours the conversation is snoozed.',
  )
  .transform(
    ({ labelIds, teamId, status, snoozeHours }): ReplyActions => ({
      ...(labelIds?.length && { labelIds }),
      ...(teamId && { teamId }),
      ...(status && { status }),
      ...(snoozeHours && { snoozeHours }),
    }),
  );

/** What a version says. A draft may still be anything; what it lacks is said when it is submitted. */
export const versionValues = {
  body: words(MOST_TYPED),
  allowance: z.enum(allowances),
  validFrom: moment,
  validUntil: moment,
  reviewBy: moment,
  actions,
  fileIds: z
    .array(z.uuid())
    .max(20)
    .transform((ids) => [...new Set(ids)]),
};

/** Refuses channels that are not this workspace's. */
export async function requireChannels(
  { tx, workspaceId }: CommandContext,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const [found] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), inArray(channels.id, [...ids])));
  if (found?.count !== ids.length) {
    throw new Refusal('not_found', 'There is no such channel here.');
  }
}

/** Refuses labels and a team that are not this workspace's. */
export async function requireActions(
  context: CommandContext,
  { labelIds = [], teamId }: ReplyActions,
): Promise<void> {
  await requireLabels(context, labelIds);
  if (teamId === undefined) return;
  const { tx, workspaceId } = context;
  const [team] = await tx
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId), isNull(teams.archivedAt)));
  if (!team) throw new Refusal('not_found', 'There is no such team here.');
}

/** The files of a reply that go along with a version, in their order. */
export async function mediaOf(
  { tx, workspaceId }: CommandContext,
  replyId: string,
  fileIds: readonly string[],
): Promise<ReplyMedia[]> {
  if (fileIds.length === 0) return [];
  const found = await tx
    .select({
      fileId: files.id,
      kind: files.kind,
      name: files.name,
      mimeType: files.mimeType,
      size: files.size,
      width: files.width,
      height: files.height,
      sha256: files.sha256,
    })
    .from(files)
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        eq(files.replyId, replyId),
        inArray(files.id, [...fileIds]),
      ),
    );
  return fileIds.map((id) => {
    const file = found.find(({ fileId }) => fileId === id);
    if (!file || file.kind === 'document') {
      throw new Refusal('invalid', 'An attached file is not here any more. Attach it again.');
    }
    return { ...file, kind: file.kind };
  });
}
