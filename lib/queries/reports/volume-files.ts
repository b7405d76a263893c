import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { Refusal } from '@/lib/domain/refusal';
import type { DayVolume, VolumeAsked } from '@/lib/domain/reports/volume';
import { volumeAsked, volumeKindOf, withQuietDays } from '@/lib/domain/reports/volume';
import { requirePermission } from '../permission';
import { MOST_ROWS, tableFile } from './csv';
import { volumeReport } from './volume';
import { volumeLines } from './volume-list';

/** A table of the report of volume, with the filters of an address. */
export async function volumeFile(
  actor: Actor,
  { table }: { table: string },
  search: URLSearchParams,
): Promise<TextFile> {
  requirePermission(actor, 'report.read');
  const given = Object.fromEntries(search);
  const asked = volumeAsked(given, { now: new Date(), zone: 'UTC' });
  if (table === 'days') return await daysFile(actor, asked);
  if (table === 'channels') return await channelsFile(actor, asked);
  if (table === 'conversations') return await conversationsFile(actor, asked, given['kind']);
  throw new Refusal('not_found', 'There is no such table.');
}

async function daysFile(actor: Actor, asked: VolumeAsked): Promise<TextFile> {
  const { days } = await volumeReport(actor, asked);
  const columns = {
    day: ({ day }: DayVolume) => day,
    conversations_started: ({ started }: DayVolume) => started,
    came_back: ({ returned }: DayVolume) => returned,
    messages_received: ({ received }: DayVolume) => received,
  };
  return tableFile('volume-by-day', columns, withQuietDays(asked.period, days));
}

async function channelsFile(actor: Actor, asked: VolumeAsked): Promise<TextFile> {
  const { channels } = await volumeReport(actor, asked);
  return tableFile<(typeof channels)[number]>(
    'volume-by-channel',
    {
      channel: ({ handle }) => handle ?? 'all',
      conversations_started: ({ now }) => now.started,
      came_back: ({ now }) => now.returned,
      messages_received: ({ now }) => now.received,
      year_ago_conversations_started: ({ yearAgo }) => yearAgo?.started ?? null,
      year_ago_came_back: ({ yearAgo }) => yearAgo?.returned ?? null,
      year_ago_messages_received: ({ yearAgo }) => yearAgo?.received ?? null,
      year_ago_known_since: ({ yearAgoSince }) => yearAgoSince,
    },
    channels,
  );
}

async function conversationsFile(
  actor: Actor,
  asked: VolumeAsked,
  given: unknown,
): Promise<TextFile> {
  const kind = volumeKindOf(given);
  const lines = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      volumeLines(tx, actor, { asked: { ...asked, kind, after: null }, limit: MOST_ROWS + 1 }),
    'ask',
  );
  return tableFile<(typeof lines)[number]>(
    `volume-${kind}`,
    {
      contact: ({ contact }) => contact,
      conversation: ({ conversationId }) => conversationId,
      channel: ({ channel }) => channel,
      at: ({ at }) => at,
      came_back: ({ cameBack }) => String(cameBack),
      messages: ({ count }) => (kind === 'received' ? count : null),
    },
    lines,
  );
}
