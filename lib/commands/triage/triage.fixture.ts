import type { TestDatabase } from '@/db/testing';
import type { Quarantine } from '@/lib/domain/triage/quarantine';

type Row = {
  id: string;
  message_id: string;
  status: string;
  intent: string | null;
  urgency: string | null;
  language: string | null;
  waiting_since: Date | null;
  quarantine: Quarantine | null;
  version: number;
};

/** What stands in the database of a workspace's triage. */
export function triageOf({ admin }: TestDatabase, workspaceId: string) {
  return {
    /** The conversations in the order in which they began, each with its first message. */
    conversations: async (): Promise<Row[]> =>
      (
        await admin.query<Row>(
          `select c.*, (select m.id from messages m where m.conversation_id = c.id
             order by m.at, m.tie limit 1) as message_id
           from conversations c where c.workspace_id = $1 order by c.created_at, c.id`,
          [workspaceId],
        )
      ).rows,
    judgements: async () =>
      (
        await admin.query<{
          intent: string;
          corrected: string | null;
          confidence: string;
          reasons: unknown[];
          model_version: number;
        }>('select * from message_triage where workspace_id = $1 order by at, message_id', [
          workspaceId,
        ])
      ).rows,
    model: async () =>
      (
        await admin.query<{ version: number; lessons: number }>(
          'select version, lessons from triage_models where workspace_id = $1',
          [workspaceId],
        )
      ).rows[0],
    lessons: async (): Promise<string[]> =>
      (
        await admin.query<{ intent: string }>(
          'select intent from triage_lessons where workspace_id = $1 order by at, message_id',
          [workspaceId],
        )
      ).rows.map(({ intent }) => intent),
    quarantines: async () =>
      (
        await admin.query<{ released_at: Date | null; released_by: string | null }>(
          'select * from quarantines where workspace_id = $1 order by at',
          [workspaceId],
        )
      ).rows,
    events: async (type: string) =>
      (
        await admin.query<{ data: Record<string, unknown> }>(
          'select data from events where workspace_id = $1 and type = $2 order by seq',
          [workspaceId, type],
        )
      ).rows.map(({ data }) => data),
  };
}
