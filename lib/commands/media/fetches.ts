import 'server-only';
import { and, eq, lte, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { withSystem, withWorkspace } from '@/db/client';
import { messages } from '@/db/schema/conversations';
import { files, mediaFetches } from '@/db/schema/files';
import type { FetchProblem } from '@/lib/domain/files/fetched';
import type { KnownFile } from '@/lib/domain/files/file';
import type { CommandContext, Outcome } from '../command';
import { asSystem } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import type { StoredFile } from '../file/store';
import { storeFile } from '../file/store';

type Place = { workspaceId: string; id: string };

/** A fetch in the hands of this worker. `leaseId` names the hold: who comes back late changes nothing. */
export type HeldFetch = Place & {
  channelId: string;
  messageId: string;
  externalId: string;
  url: string;
  tries: number;
  leaseId: string;
};

/** Takes fetches that are due, over all workspaces. */
export async function claimFetches(limit: number, leaseMs: number): Promise<HeldFetch[]> {
  const due = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: mediaFetches.workspaceId, id: mediaFetches.id })
        .from(mediaFetches)
        .where(lte(mediaFetches.dueAt, sql`now()`))
        .orderBy(mediaFetches.dueAt)
        .limit(limit),
    'read',
  );
  const held = await Promise.all(due.map((place) => hold(place, leaseMs)));
  return held.flat();
}

function hold({ workspaceId, id }: Place, leaseMs: number): Promise<HeldFetch[]> {
  const leaseId = uuid();
  const until = sql`now() + ${leaseMs} * interval '1 millisecond'`;
  return withWorkspace(workspaceId, (tx) =>
    tx
      .update(mediaFetches)
      .set({ leaseId, leaseUntil: until, dueAt: until, tries: sql`${mediaFetches.tries} + 1` })
      .where(
        and(
          eq(mediaFetches.workspaceId, workspaceId),
          eq(mediaFetches.id, id),
          eq(mediaFetches.state, 'pending'),
          lte(mediaFetches.dueAt, sql`now()`),
        ),
      )
      .returning({
        workspaceId: mediaFetches.workspaceId,
        id: mediaFetches.id,
        channelId: mediaFetches.channelId,
        messageId: mediaFetches.messageId,
        externalId: mediaFetches.externalId,
        url: mediaFetches.url,
        tries: mediaFetches.tries,
        leaseId: sql<string>`${mediaFetches.leaseId}`,
      }),
  );
}

/** The file is here: keeps it, and shows it where the message stands. False when the hold was lost. */
export async function keepFetched(
  fetch: HeldFetch,
  { file, bytes }: { file: KnownFile; bytes: Uint8Array },
): Promise<boolean> {
  // First by itself, without holding anybody up; should it find no message to belong to, it is swept.
  const stored = await store(fetch, { file, bytes });
  if (!stored) return false;
  return await asSystem(fetch.workspaceId, async (context): Promise<Outcome<boolean>> => {
    const conversationId = await end(context, fetch, { state: 'done', problem: null });
    if (conversationId === undefined) return lost;
    const { id: fileId, name, mimeType, size, width, height } = stored;
    await context.tx
      .update(files)
      .set({ messageId: fetch.messageId })
      .where(and(eq(files.workspaceId, fetch.workspaceId), eq(files.id, fileId)));
    await patch(context, fetch, {
      fileId,
      name,
      mimeType,
      size,
      ...(width !== null && { width }),
      ...(height !== null && { height }),
    });
    return told(fetch, conversationId, { fileId });
  });
}

/** It will never be here; the message says why. */
export function giveUpFetch(fetch: HeldFetch, problem: FetchProblem): Promise<boolean> {
  return asSystem(fetch.workspaceId, async (context): Promise<Outcome<boolean>> => {
    const conversationId = await end(context, fetch, { state: 'failed', problem });
    if (conversationId === undefined) return lost;
    await patch(context, fetch, { problem });
    return told(fetch, conversationId, { problem });
  });
}

/** Later again. `problem` is for whoever looks into it. */
export async function postponeFetch(
  fetch: HeldFetch,
  { afterMs, problem }: { afterMs: number; problem: string },
): Promise<void> {
  await withWorkspace(fetch.workspaceId, (tx) =>
    tx
      .update(mediaFetches)
      .set({
        leaseId: null,
        leaseUntil: null,
        dueAt: sql`now() + ${afterMs} * interval '1 millisecond'`,
        problem,
      })
      .where(isHeld(fetch)),
  );
}

const lost: Outcome<boolean> = { value: false, events: [] };

function told(
  { channelId, messageId }: HeldFetch,
  conversationId: string,
  data: Readonly<Record<string, string>>,
): Outcome<boolean> {
  return {
    value: true,
    events: [{ type: 'message.media', conversationId, messageId, channelId, data }],
  };
}

/** Ends the fetch if it is still held; the conversation that its message belongs to. */
async function end(
  context: CommandContext<null>,
  fetch: HeldFetch,
  { state, problem }: { state: 'done' | 'failed'; problem: FetchProblem | null },
): Promise<string | undefined> {
  const { tx } = context;
  const conversationId = await conversationOf(context, fetch);
  if (conversationId === undefined) return undefined;
  // In the order in which everybody takes their locks.
  await conversationFor(context, conversationId);
  const [ended] = await tx
    .update(mediaFetches)
    .set({ state, problem, dueAt: null, leaseId: null, leaseUntil: null })
    .where(isHeld(fetch))
    .returning({ id: mediaFetches.id });
  return ended && conversationId;
}

async function conversationOf(
  { tx, workspaceId }: CommandContext<null>,
  { messageId }: HeldFetch,
): Promise<string | undefined> {
  const [message] = await tx
    .select({ conversationId: messages.conversationId })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  return message?.conversationId;
}

function store(
  fetch: HeldFetch,
  { file, bytes }: { file: KnownFile; bytes: Uint8Array },
): Promise<StoredFile | undefined> {
  return asSystem(fetch.workspaceId, async (context): Promise<Outcome<StoredFile | undefined>> => {
    const conversationId = await conversationOf(context, fetch);
    if (conversationId === undefined) return { value: undefined, events: [] };
    const value = await storeFile(context, { conversationId, called: '', file, bytes });
    return { value, events: [] };
  });
}

/** What the message shows of the file, whatever else came with it. */
async function patch(
  { tx, workspaceId }: CommandContext<null>,
  { messageId, externalId }: HeldFetch,
  shown: object,
): Promise<void> {
  await tx.execute(sql`
    update messages set attachments = (
      select jsonb_agg(case when each->>'externalId' = ${externalId}
        then (each - 'pending') || ${JSON.stringify(shown)}::jsonb else each end order by place)
      from jsonb_array_elements(attachments) with ordinality as list (each, place))
    where workspace_id = ${workspaceId} and id = ${messageId}
      and jsonb_array_length(attachments) > 0`);
}

function isHeld({ workspaceId, id, leaseId }: HeldFetch) {
  return and(
    eq(mediaFetches.workspaceId, workspaceId),
    eq(mediaFetches.id, id),
    eq(mediaFetches.leaseId, leaseId),
  );
}
