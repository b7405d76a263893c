import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { Risk } from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';
import { createReply } from './create';
import { decideOnVersion } from './decide';
import { publishVersion } from './publish';
import { retireVersion } from './retire';
import { saveVersion } from './save';
import { startVersion } from './start';
import { submitVersion } from './submit';

/** A workspace with people who write and review, and the verbs that tests of approved replies repeat. */
export type Library = Awaited<ReturnType<typeof aLibrary>>;
export type Place = { replyId: string; versionId: string };

type Words = Partial<{
  body: string;
  allowance: 'exact' | 'locked' | 'free';
  validFrom: string | null;
  validUntil: string | null;
  reviewBy: string | null;
  actions: object;
  fileIds: string[];
  current: boolean;
}>;
export type ReplyOptions = Words & { risk?: Risk; by?: Actor };

let keys = 0;

export async function aLibrary(database: TestDatabase) {
  const workspaceId = await aWorkspace();
  const author = await aMember(workspaceId, ['marketer'], 'Sunniva');
  const second = await aMember(workspaceId, ['marketer'], 'Lena');
  const lead = await aMember(workspaceId, ['lead'], 'Jack');
  const agent = await aMember(workspaceId, ['agent'], 'Priya');
  const admin = await aMember(workspaceId, ['admin'], 'Ada');

  const people = { author, second, lead };
  const readers = readersOf(database, workspaceId);
  const verbs = verbsOf(people, readers.versionOf);
  return {
    ...{ workspaceId, ...people, agent, admin },
    ...readers,
    ...verbs,
    ...ends(database, verbs, people),
  };
}

type People = { author: Actor; second: Actor; lead: Actor };
type Verbs = ReturnType<typeof verbsOf>;

function verbsOf(
  { author, second, lead }: People,
  versionOf: (versionId: string) => Promise<VersionRow>,
) {
  async function save(versionId: string, words: Words = {}, by: Actor = author) {
    const { revision } = await versionOf(versionId);
    return await saveVersion(by, { versionId, revision, ...plain, ...words });
  }

  async function draft({ risk = 'low', by = author, ...words }: ReplyOptions = {}): Promise<Place> {
    const made = await createReply(by, {
      ...{ key: `reply-${++keys}`, title: `Reply ${keys}`, purpose: 'answer', risk },
      sourceLanguage: 'en',
    });
    await save(made.versionId, words, by);
    return made;
  }

  async function submit(versionId: string, by: Actor = author) {
    const { revision } = await versionOf(versionId);
    return await submitVersion(by, { versionId, revision });
  }

  async function decide(
    by: Actor,
    versionId: string,
    decision: 'approved' | 'changes_requested' = 'approved',
  ) {
    const { bodyHash } = await versionOf(versionId);
    return await decideOnVersion(by, {
      ...{ versionId, bodyHash: bodyHash ?? '', decision },
      comment: decision === 'approved' ? '' : 'Say when.',
    });
  }

  async function inReview(options: ReplyOptions = {}): Promise<Place> {
    const made = await draft(options);
    await submit(made.versionId, options.by);
    return made;
  }

  async function approved(options: ReplyOptions = {}): Promise<Place> {
    const made = await inReview(options);
    await decide(lead, made.versionId);
    if (options.risk === 'high') await decide(second, made.versionId);
    return made;
  }

  async function published(options: ReplyOptions = {}): Promise<Place> {
    const made = await approved(options);
    await publishVersion(author, { versionId: made.versionId });
    return made;
  }

  /** Another version of the same reply, read and approved. */
  async function nextApproved(replyId: string, words: Words & { language?: string } = {}) {
    const { language = 'en', ...says } = words;
    const { versionId } = await startVersion(author, { replyId, language });
    await save(versionId, says);
    await submit(versionId);
    await decide(lead, versionId);
    return versionId;
  }

  return { save, draft, submit, decide, inReview, approved, published, nextApproved };
}

function ends(database: TestDatabase, verbs: Verbs, { author, lead }: People) {
  const begin = {
    draft: verbs.draft,
    in_review: verbs.inReview,
    approved: verbs.approved,
    published: verbs.published,
  };

  /** A version in any state, brought there by what brings it there; what the clock does and recalls are done by hand. */
  async function inState(state: VersionState): Promise<Place> {
    if (state in begin) return await begin[state as keyof typeof begin]();
    if (state === 'changes_requested') {
      const asked = await verbs.inReview();
      await verbs.decide(lead, asked.versionId, state);
      return asked;
    }
    const made = await verbs.published();
    const { versionId, replyId } = made;
    if (state === 'retired') await retireVersion(author, { versionId });
    else if (state === 'superseded') {
      await publishVersion(author, { versionId: await verbs.nextApproved(replyId) });
    } else await end(state, versionId);
    return made;
  }

  async function end(state: VersionState, versionId: string): Promise<void> {
    await database.admin.query(
      'update reply_versions set state = $2, ended_at = now() where id = $1',
      [versionId, state],
    );
  }
  return { inState };
}

function readersOf(database: TestDatabase, workspaceId: string) {
  async function versionOf(versionId: string): Promise<VersionRow> {
    const { rows } = await database.admin.query<VersionRow>(
      `select state, number, language, body, risk, revision, body_hash as "bodyHash", scheduled,
         due_at as "dueAt", published_by as "publishedBy", ended_by as "endedBy",
         source_version_id as "sourceVersionId", media, actions, author_id as "authorId"
       from reply_versions where id = $1`,
      [versionId],
    );
    const [row] = rows;
    if (!row) throw new Error('there is no such version');
    return row;
  }

  const stateOf = async (versionId: string) => (await versionOf(versionId)).state;

  /** The facts about a reply since the beginning: types, and where it led. */
  async function factsOf(replyId: string): Promise<string[]> {
    const { rows } = await database.admin.query<{ fact: string }>(
      `select type || coalesce(' ' || (data->>'to'), ' ' || (data->>'decision'), ' ' || (data->>'for'), '') as fact
       from events where workspace_id = $1 and data->>'replyId' = $2 order by seq`,
      [workspaceId, replyId],
    );
    return rows.map(({ fact }) => fact);
  }

  return { versionOf, stateOf, factsOf };
}

const plain = {
  body: 'Hi {{contact.first_name|there}}, [[we send you a new tub today.]]',
  allowance: 'locked',
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  actions: {},
  fileIds: [],
};

type VersionRow = {
  state: VersionState;
  number: number;
  language: string;
  body: string;
  risk: Risk;
  revision: number;
  bodyHash: string | null;
  scheduled: boolean;
  dueAt: Date | null;
  publishedBy: string | null;
  endedBy: string | null;
  sourceVersionId: string | null;
  media: { fileId: string }[];
  actions: object;
  authorId: string;
};
