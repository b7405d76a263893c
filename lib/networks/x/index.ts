import { createHash } from 'node:crypto';
import { fileRules } from '@/lib/domain/files/rules';
import type { AppConfig, Network } from '../network';
import { client } from './client';
import { connect } from './oauth';
import { read } from './read';
import { answerChallenge, isAuthentic } from './signature';

/** X: private messages over its v2 API, pushed by its Activity API. */
export const x: Network = {
  label: 'X',
  capabilities: {
    maxTextLength: 10_000,
    files: fileRules('reply', 'x'),
    mediaLifeMs: 86_400_000,
    lookup: true,
  },
  webhook: { answerChallenge, isAuthentic, dedupeKey, read },
  connect,
  messageLink,
  mayChangeDoor: ({ hasDoorControl }) => hasDoorControl === true,
  client,
};

/**
 * The bytes themselves, not their `event_uuid`: for a post that is the post's own id, the same for
 * every account that it names. To read a message twice costs nothing, to miss one does.
 */
function dedupeKey(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex');
}

/** X's own deep link. It takes words, but no reference that would come back beside the message. */
function messageLink(
  { siteUrl }: AppConfig,
  { externalId, text }: { externalId: string; text?: string },
): string {
  const search = new URLSearchParams({ recipient_id: externalId, ...(text && { text }) });
  // A plus sign is a space in forms alone.
  const query = search.toString().replaceAll('+', '%20');
  return `${siteUrl.replace(/\/+$/, '')}/messages/compose?${query}`;
}
