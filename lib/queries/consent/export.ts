import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import type { TextFile } from '@/lib/domain/csv';
import { csvOf } from '@/lib/domain/csv';
import type { LedgerLine } from './ledger';
import { ledger } from './ledger';

const columns: Record<string, (line: LedgerLine) => string | null> = {
  said_at: ({ at }) => at,
  recorded_at: ({ recordedAt }) => recordedAt,
  scope: ({ scope }) => scope,
  granted: ({ granted }) => (granted ? 'yes' : 'no'),
  source: ({ source }) => source,
  evidence: ({ evidence }) => evidence,
  message_id: ({ messageId }) => messageId,
  network: ({ network }) => network,
  handle: ({ handle }) => handle,
  channel: ({ channel }) => channel,
  recorded_by: ({ recordedBy }) => recordedBy,
  confirmation: ({ confirmation }) => confirmation,
};

/** The consent history of a conversation's contact as a table for a spreadsheet, oldest first. */
export async function ledgerFile(actor: Actor, conversationId: string): Promise<TextFile> {
  const { lines } = await ledger(actor, conversationId);
  const rows = lines.toReversed().map((line) => Object.values(columns).map((cell) => cell(line)));
  return {
    name: 'consent-history.csv',
    type: 'text/csv; charset=utf-8',
    text: csvOf([Object.keys(columns), ...rows]),
  };
}
