import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { files } from '@/db/schema/files';
import { lookAt } from '@/lib/domain/files/look';
import { fileRules, whyNotAttached } from '@/lib/domain/files/rules';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { storeFile } from '../file/store';
import { replyFor, requireInUse } from './version-for';

/** Whoever keeps so many files for one reply has a program that runs wild. */
const MOST_OF_ONE = 60;

/** What goes along with an approved reply has to go along on X, the narrowest of the networks. */
const rules = fileRules('reply', 'x');

/** What may be attached to an approved reply by this person: asked before any byte of it is read. */
export const rulesForReplyFile = command({
  permission: 'reply.write',
  input: z.strictObject({ replyId: z.uuid('There is no such approved reply here.') }),
  async run(context, { replyId }) {
    await replyFor(context, replyId);
    return { value: rules, events: [] };
  },
});

/** Keeps a file for the versions of a reply. Its bytes say what it is; a lie is refused. */
export const addReplyFile = command({
  permission: 'reply.write',
  input: z.strictObject({
    replyId: z.uuid(),
    name: z.string().max(1_000),
    bytes: z.instanceof(Uint8Array),
  }),
  async run(context, { replyId, name, bytes }) {
    const { tx, workspaceId } = context;
    requireInUse(await replyFor(context, replyId));
    const look = lookAt(bytes);
    const why = whyNotAttached(look, { name, bytes: bytes.byteLength }, rules);
    if (why !== null || look.is !== 'known') throw new Refusal('invalid', why ?? '');
    const [kept] = await tx
      .select({ count: sql<number>`count(*)::int` })
      .from(files)
      .where(and(eq(files.workspaceId, workspaceId), eq(files.replyId, replyId)));
    if ((kept?.count ?? 0) >= MOST_OF_ONE) {
      throw new Refusal('too_many', 'This reply has too many files. Come back tomorrow.');
    }
    const { file } = look;
    return {
      value: await storeFile(context, { replyId, called: name, file, bytes }),
      events: [],
    };
  },
});
