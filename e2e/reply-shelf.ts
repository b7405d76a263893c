import { randomUUID } from 'node:crypto';
import { BackDoor } from './back-door';

type Words = { key: string; title: string; bodies: Record<string, string>; forOthers?: boolean };

/** Approved replies as they stand when all who have to read them have read them. */
export class ReplyShelf extends BackDoor {
  /** In use at once, in each of these languages; `forOthers` is for no channel that there is. */
  async put({ key, title, bodies, forOthers = false }: Words): Promise<void> {
    await this.run(
      `with owner as (
         select workspace_id, id from members where email = 'lena@saltedcaramel.example'
       ), reply as (
         insert into approved_replies (workspace_id, id, key, title, purpose, risk, channel_ids, source_language,
           owner_id, created_by)
         select workspace_id, $1::uuid, $2, $3, 'answer', 'low', $4::uuid[], 'en', id, id from owner
         returning workspace_id, id, owner_id
       )
       insert into reply_versions (workspace_id, id, reply_id, language, number, state, body, allowance, risk,
         author_id, body_hash, submitted_at, approved_at, published_at)
       select reply.workspace_id, gen_random_uuid(), reply.id, words.key, 1, 'published', words.value, 'locked',
         'low', reply.owner_id, repeat('0', 64), now(), now(), now()
       from reply, jsonb_each_text($5::jsonb) words`,
      [randomUUID(), key, title, forOthers ? [randomUUID()] : [], JSON.stringify(bodies)],
    );
  }

  /** Recalled, and no window has heard of it yet. */
  async recall(key: string): Promise<void> {
    await this.run(
      `update reply_versions v set state = 'recalled', ended_at = now(), end_reason = 'Wrong price.'
       from approved_replies r
       where r.workspace_id = v.workspace_id and r.id = v.reply_id and r.key = $1`,
      [key],
    );
  }

  /** It answered this customer so many times before. */
  async sent(key: string, handle: string, times: number): Promise<void> {
    await this.run(
      `insert into reply_uses (workspace_id, id, version_id, conversation_id, member_id, state, segments,
         inserted_at, sent_at)
       select c.workspace_id, gen_random_uuid(), v.id, c.id, m.id, 'sent', '[]', now() - interval '2 days', now()
       from approved_replies r
       join reply_versions v on v.workspace_id = r.workspace_id and v.reply_id = r.id and v.state = 'published'
       cross join members m
       join identities i on i.workspace_id = r.workspace_id and i.handle = $2
       join conversations c on c.workspace_id = i.workspace_id and c.identity_id = i.id and c.kind = 'private'
       cross join generate_series(1, $3::int)
       where r.key = $1 and m.email = 'priya@saltedcaramel.example'`,
      [key, handle, times],
    );
  }
}
