import { z } from 'zod';
import type { Media, Message, Person } from '../core/entities';
import { readMedia, storeMedia } from '../core/media-files';
import type { Sandbox } from '../core/sandbox';
import { conversationIdOf, mayWrite } from '../core/world';
import { json } from '../http/answer';
import { mediaType } from '../http/request';
import type { Route } from '../http/route';
import { snowflakeMs } from '../snowflake';
import type { Operate, Operation } from './operation';
import { ControlError, done, inputOf, made, personFor } from './operation';
import { refusalWords } from './refusal-words';

const id = z.string().regex(/^\d{1,19}$/);
const writing = z.strictObject({
  from: id,
  to: id,
  text: z.string().max(10_000).default(''),
  media: id.optional(),
  id: id.optional(),
  at: z.iso.datetime().optional(),
  viaPostId: id.optional(),
  /** Says it although the rules would not let them. */
  force: z.boolean().default(false),
  /** With false nobody is told. */
  deliver: z.boolean().default(true),
});
type Writing = z.infer<typeof writing>;

const bulk = z.strictObject({
  messages: z
    .array(writing.omit({ deliver: true, force: true }))
    .min(1)
    .max(10_000),
  deliver: z.boolean().default(true),
});

export const messageRoutes: Route<Operate>[] = [
  { method: 'POST', path: '/sandbox/messages', target: write },
  { method: 'POST', path: '/sandbox/messages/bulk', target: writeMany },
  { method: 'GET', path: '/sandbox/threads/{accountId}/{personId}', target: thread },
  { method: 'POST', path: '/sandbox/media', target: upload },
  { method: 'GET', path: '/sandbox/media/{id}', target: download },
];

/** A person writes to a brand account, or a brand account by hand to a person. */
function write(operation: Operation) {
  const { sandbox } = operation;
  const asked = inputOf(operation, writing);
  const from = personFor(operation, asked.from);
  const to = personFor(operation, asked.to);
  const verdict = mayWrite(sandbox.world, from.id, to.id);
  if (!verdict.allow && !asked.force) {
    sandbox.record({ kind: 'write.refused', fromId: from.id, toId: to.id, reason: verdict.reason });
    const error = refusalWords(verdict.reason, from, to);
    return json(403, { error, reason: verdict.reason });
  }
  const message = messageOf(sandbox, asked, from, verdict.allow ? verdict.mode : 'request');
  sandbox.record({ kind: 'message.created', message, ...(asked.deliver ? {} : { quiet: true }) });
  return made(message);
}

/** Thousands at once, for load: rules are not asked, and the ledger is written in one go. */
function writeMany(operation: Operation) {
  const { sandbox } = operation;
  const { messages, deliver } = inputOf(operation, bulk);
  const written = messages.map((asked) => {
    const from = personFor(operation, asked.from);
    personFor(operation, asked.to);
    return messageOf(sandbox, asked, from, 'inbox');
  });
  if (new Set(written.map((message) => message.id)).size < written.length)
    throw new ControlError(409, 'Two messages have the same id.');
  const quiet = deliver ? {} : { quiet: true };
  sandbox.record(
    ...written.map((message) => ({ kind: 'message.created' as const, message, ...quiet })),
  );
  return made({ created: written.length, ids: written.map((message) => message.id) });
}

type Content = Omit<Writing, 'force' | 'deliver'>;

function messageOf(sandbox: Sandbox, asked: Content, from: Person, mode: Message['mode']): Message {
  const { world } = sandbox;
  if (!asked.text && !asked.media)
    throw new ControlError(400, 'A message needs a text or a picture.');
  if (asked.id && world.messages.has(asked.id))
    throw new ControlError(409, `The message ${asked.id} exists.`);
  if (asked.media && !world.media.has(asked.media))
    throw new ControlError(404, 'There is no such picture.');
  if (asked.id) sandbox.sawId(asked.id);
  const messageId = asked.id ?? sandbox.nextId();
  return {
    id: messageId,
    fromId: asked.from,
    toId: asked.to,
    text: asked.text,
    at: asked.at ?? new Date(plausibleMs(messageId, sandbox.now())).toISOString(),
    mode,
    ...(asked.media ? { mediaId: asked.media } : {}),
    ...(asked.viaPostId ? { viaPostId: asked.viaPostId } : {}),
    ...(from.encrypted ? { encrypted: true } : {}),
  };
}

/** The time inside the id, unless the id was made up. */
function plausibleMs(messageId: string, nowMs: number): number {
  const ms = snowflakeMs(messageId);
  return Math.abs(nowMs - ms) < 366 * 86_400_000 ? ms : nowMs;
}

function thread({ sandbox, params, query }: Operation) {
  const { world } = sandbox;
  const ids =
    world.byConversation.get(
      conversationIdOf(params['accountId'] ?? '', params['personId'] ?? ''),
    ) ?? [];
  const limit = Math.min(Number(query.get('limit') ?? 200), 2000);
  const messages = ids.slice(-limit).flatMap((each) => world.messages.get(each) ?? []);
  const media = messages.flatMap(({ mediaId }) => world.media.get(mediaId ?? '') ?? []);
  return done({ messages, media, total: ids.length });
}

function upload(operation: Operation) {
  const { sandbox, asked, query } = operation;
  const type = mediaType(asked);
  const owner = personFor(operation, query.get('owner') ?? '');
  if (!/^(image\/(png|jpeg|gif|webp)|video\/mp4)$/.test(type) || asked.body.length === 0) {
    throw new ControlError(415, 'Send a PNG, JPEG, GIF or WebP picture, or an MP4 video.');
  }
  const media: Media = {
    id: sandbox.nextId(),
    ownerId: owner.id,
    kind: kindOf(type),
    mimeType: type,
    size: asked.body.length,
    at: new Date(sandbox.now()).toISOString(),
  };
  return made(storeMedia(sandbox, media, asked.body));
}

function kindOf(type: string): Media['kind'] {
  if (type === 'image/gif') return 'gif';
  return type.startsWith('video/') ? 'video' : 'image';
}

function download({ sandbox, params }: Operation) {
  const media = sandbox.world.media.get(params['id'] ?? '');
  if (!media) throw new ControlError(404, 'There is no such picture.');
  return {
    status: 200,
    bytes: readMedia(sandbox, media),
    headers: {
      'content-type': media.mimeType,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, max-age=86400',
    },
  };
}
