type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>;

type Ids = { workspace_id: unknown; member: unknown; reply: unknown; version: unknown } & {
  comment: unknown;
  approval: unknown;
  conversation: unknown;
};

/** An approved reply that waits for its reviewers, what was said of it, and a reply that waits for an approval. */
export async function insertReply(insert: Insert, ids: Ids, canary: string): Promise<void> {
  const { workspace_id, member, reply, version, comment, approval, conversation } = ids;
  const at = new Date().toISOString();
  await insert('approved_replies', {
    ...{ workspace_id, id: reply, key: 'canary', title: `${canary} reply`, purpose: 'answer' },
    ...{ folder: `${canary} folder`, risk: 'low', source_language: 'en' },
    ...{ owner_id: member, created_by: member, created_at: at },
  });
  await insert('reply_versions', {
    ...{ workspace_id, id: version, reply_id: reply, language: 'en', number: 1 },
    ...{ state: 'in_review', body: `${canary} words`, allowance: 'free', risk: 'low' },
    ...{ author_id: member, body_hash: 'a'.repeat(64), created_at: at, submitted_at: at },
  });
  await insert('reply_comments', {
    ...{ workspace_id, id: comment, version_id: version, member_id: member, at },
    body: `${canary} comment`,
  });
  await insert('reply_approvals', {
    ...{ workspace_id, id: approval, conversation_id: conversation, author_id: member },
    ...{ body: `${canary} stray`, client_key: comment, seen_seq: 0, asked_at: at },
  });
}
