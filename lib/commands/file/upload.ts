import 'server-only';
import { and, count, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { conversations } from '@/db/schema/conversations';
import { files } from '@/db/schema/files';
import { can } from '@/lib/domain/access/can';
import { lookAt } from '@/lib/domain/files/look';
import type { FileRules } from '@/lib/domain/files/rules';
import { fileRules, whyNotAttached } from '@/lib/domain/files/rules';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { storeFile } from './store';

/** Whoever has so many files lying about unsent has a program that runs wild. */
const MOST_UNSENT = 60;

const place = {
  conversationId: z.uuid('There is no such conversation here.'),
  mode: z.enum(['reply', 'note']).default('reply'),
};

/** What may be attached there by this person: asked before any byte of it is read. */
export const rulesForUpload = command({
  permission: 'conversation.note',
  input: z.strictObject(place),
  run: async (context, { conversationId, mode }) => ({
    value: await rulesThere(context, conversationId, mode),
    events: [],
  }),
});

/** Keeps a file for a message that is being written. Its bytes say what it is; a lie is refused. */
export const uploadFile = command({
  permission: 'conversation.note',
  input: z.strictObject({
    ...place,
    name: z.string().max(1_000),
    bytes: z.instanceof(Uint8Array),
  }),
  async run(context, { conversationId, mode, name, bytes }) {
    const rules = await rulesThere(context, conversationId, mode);
    const look = lookAt(bytes);
    const why = whyNotAttached(look, { name, bytes: bytes.byteLength }, rules);
    if (why !== null || look.is !== 'known') throw new Refusal('invalid', why ?? '');
    await requireRoom(context);
    const { file } = look;
    return {
      value: await storeFile(context, { conversationId, called: name, file, bytes }),
      events: [],
    };
  },
});

async function rulesThere(
  { tx, workspaceId, actor }: CommandContext,
  conversationId: string,
  mode: 'reply' | 'note',
): Promise<FileRules> {
  if (mode === 'reply' && !can(actor, 'conversation.reply')) {
    throw new Refusal('forbidden', 'Only agents and leads can attach files to a reply.');
  }
  const [found] = await tx
    .select({ network: channels.network })
    .from(conversations)
    .innerJoin(
      channels,
      and(
        eq(channels.workspaceId, conversations.workspaceId),
        eq(channels.id, conversations.channelId),
      ),
    )
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
  if (!found) throw new Refusal('not_found', 'There is no such conversation here.');
  return fileRules(mode, found.network);
}

async function requireRoom({ tx, workspaceId, actor }: CommandContext): Promise<void> {
  const [unsent] = await tx
    .select({ count: count() })
    .from(files)
    .where(
      and(
        eq(files.workspaceId, workspaceId),
        eq(files.uploadedBy, actor.memberId),
        isNull(files.messageId),
        isNull(files.replyId),
      ),
    );
  if ((unsent?.count ?? 0) < MOST_UNSENT) return;
  throw new Refusal(
    'too_many',
    'Too many files wait to be sent. Send or remove some, or come back tomorrow.',
  );
}
