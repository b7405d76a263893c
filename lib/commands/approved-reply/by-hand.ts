import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { recalledSentence } from '@/lib/domain/replies/by-hand';
import type { Allowance } from '@/lib/domain/replies/reply';
import { stateNow } from '@/lib/reply-state';
import type { CommandContext } from '../command';

/** So many recalled versions are looked for in what is written by hand, the latest first. */
const MOST_RECALLED = 200;

type Recalled = { title: string; body: string; allowance: Allowance };

/** Refuses words of a recalled version that came in by another way than by being put in. */
export async function refuseRecalledByHand(
  context: CommandContext<Actor | null>,
  text: string,
): Promise<void> {
  const found = await recalledByHand(context, text);
  if (!found) return;
  const { sentence, title } = found;
  throw new Refusal('conflict', `“${sentence}” was recalled with “${title}”. Take it out.`);
}

/** The first sentence of a recalled version in a text, unless some version in use says it too. */
export async function recalledByHand(
  context: CommandContext<Actor | null>,
  text: string,
): Promise<{ sentence: string; title: string } | null> {
  const recalled = await recalledVersions(context);
  const held = recalled.filter((each) => recalledSentence(text, each, []) !== null);
  if (held.length === 0) return null;
  // Few texts come so far: what is in use is read for those alone.
  const inUse = await bodiesInUse(context);
  for (const each of held) {
    const sentence = recalledSentence(text, each, inUse);
    if (sentence !== null) return { sentence, title: each.title };
  }
  return null;
}

async function recalledVersions({
  tx,
  workspaceId,
}: CommandContext<Actor | null>): Promise<Recalled[]> {
  return await prepared<Recalled>(tx, {
    name: 'recalled-words',
    text: `
      select r.title, v.body, v.allowance
      from (
        select * from reply_versions where workspace_id = $1 and state = 'recalled'
        order by ended_at desc limit ${MOST_RECALLED}
      ) v
      cross join lateral (select title from approved_replies
        where workspace_id = v.workspace_id and id = v.reply_id limit 1) r`,
    values: [workspaceId],
  });
}

async function bodiesInUse({ tx, workspaceId }: CommandContext<Actor | null>): Promise<string[]> {
  const rows = await prepared<{ body: string }>(tx, {
    name: 'words-in-use',
    text: `select v.body from reply_versions v where v.workspace_id = $1 and v.state = 'published'
      and ${stateNow('v')} = 'published'`,
    values: [workspaceId],
  });
  return rows.map(({ body }) => body);
}
