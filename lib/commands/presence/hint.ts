import 'server-only';
import { sql } from 'drizzle-orm';
import type { CommandContext } from '../command';

export const PRESENCE_CHANNEL = 'porchlight_presence';

/** Tells the member's other windows, after the commit, that their read mark in a conversation moved. */
export async function hintRead(
  { tx, workspaceId, actor }: CommandContext,
  conversationId: string,
): Promise<void> {
  await say(tx, `${workspaceId}:read:${conversationId}:${actor.memberId}`);
}

/** Tells everybody's windows, after the commit, that somebody's draft in a conversation changed. */
export async function hintDraft(
  { tx, workspaceId }: Pick<CommandContext, 'tx' | 'workspaceId'>,
  conversationId: string,
): Promise<void> {
  await say(tx, `${workspaceId}:draft:${conversationId}`);
}

async function say(tx: CommandContext['tx'], payload: string): Promise<void> {
  await tx.execute(sql`select pg_notify(${PRESENCE_CHANNEL}, ${payload})`);
}
