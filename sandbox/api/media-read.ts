import { drawFault } from '../core/fault-draw';
import { readMedia } from '../core/media-files';
import type { Answer } from '../http/answer';
import { notFound, unavailable } from '../http/answer';
import type { AccountCall } from './endpoint';
import { idOf } from './parameters';

/** The picture of a message, for its two participants and by OAuth 2.0 only. */
export function mediaRead(call: AccountCall): Answer {
  const message = call.sandbox.world.messages.get(idOf(call, 'dm_id'));
  const mediaId = idOf(call, 'media_id');
  const media = call.sandbox.world.media.get(mediaId);
  const theirs =
    message?.mediaId === mediaId && [message.fromId, message.toId].includes(call.accountId);
  const fault = drawFault(call.sandbox, 'media', ['gone', 'withheld']);
  if (fault?.mode === 'withheld') return unavailable();
  if (!media || !theirs || call.via !== 'oauth2' || fault)
    return notFound('media', 'media_id', mediaId);
  return {
    status: 200,
    bytes: readMedia(call.sandbox, media),
    headers: { 'content-type': media.mimeType, 'x-content-type-options': 'nosniff' },
  };
}
