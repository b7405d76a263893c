import type { TestDatabase } from '@/db/testing';
import { aChannel, anExternalId, aWorkspace } from '@/db/testing';
import { asSystem } from '../command';
import { receiveEcho } from './echo';
import { forgetPost } from './forget-post';
import type { ToldMention } from './mention';
import { receiveMention, receiveOwnPost } from './mention';
import { receiveMessage } from './receive';
import type { Receipt, ToldMessage, ToldPerson } from './told';

type Words = Partial<Omit<ToldMessage, 'participant'>> & {
  from?: string;
  person?: Partial<ToldPerson>;
};

type Posted = Omit<Words, 'post'> & { post?: Partial<ToldMention['post']> };

type ThreadRow = {
  id: string;
  kind: string;
  public_thread: string | null;
  status: string;
  episode: number;
  version: number;
  preview: string;
  last_message_at: Date;
  last_message_kind: string;
  last_inbound_at: Date | null;
  waiting_since: Date | null;
  snoozed_until: Date | null;
};

/** A channel of a workspace of its own, and what its network tells of it. */
export async function aReceiver(database: TestDatabase) {
  const workspaceId = await aWorkspace();
  const channel = await aChannel(workspaceId);

  function told({ from = 'ana', person, ...words }: Words = {}): ToldMessage {
    return {
      channelId: channel.id,
      kind: 'message',
      externalId: anExternalId(),
      participant: { externalId: `9${from}`, handle: from, name: `Name of ${from}`, ...person },
      text: 'Is the salted caramel back?',
      attachments: [],
      at: new Date(),
      ...words,
    };
  }

  /** A post of somebody's that names the account, and begins a thread of its own. */
  function posted({ post, ...words }: Posted = {}) {
    const message = told(words);
    const calling = { calling: 'named', summons: true } as const;
    return { ...message, post: { thread: message.externalId, ...calling, ...post } };
  }

  return {
    workspaceId,
    channel,
    told,
    posted,
    hearsPost: (post: ToldMention) =>
      asSystem(workspaceId, (context) => receiveMention(context, post)),
    seesOwnPost: (post: ToldMention) =>
      asSystem<Receipt | 'unheld'>(workspaceId, (context) => receiveOwnPost(context, post)),
    forgets: (externalId: string) =>
      asSystem<Receipt | 'unheld'>(workspaceId, (context) =>
        forgetPost(context, { channelId: channel.id, externalId }),
      ),
    hears: (message: ToldMessage): Promise<Receipt> =>
      asSystem(workspaceId, (context) => receiveMessage(context, message)),
    sees: (message: ToldMessage): Promise<Receipt> =>
      asSystem(workspaceId, (context) => receiveEcho(context, message)),
    threads: async (): Promise<ThreadRow[]> => {
      const { rows } = await database.admin.query<ThreadRow>(
        'select * from conversations where workspace_id = $1 order by created_at, id',
        [workspaceId],
      );
      return rows;
    },
    bodies: async (): Promise<string[]> => {
      const { rows } = await database.admin.query<{ body: string }>(
        'select body from messages where workspace_id = $1 order by at, tie, id',
        [workspaceId],
      );
      return rows.map(({ body }) => body);
    },
    facts: async (): Promise<string[]> => {
      const { rows } = await database.admin.query<{ type: string }>(
        'select type from events where workspace_id = $1 order by seq',
        [workspaceId],
      );
      return rows.map(({ type }) => type);
    },
    countOf: async (table: 'contacts' | 'identities' | 'conversations' | 'messages') => {
      const { rows } = await database.admin.query<{ count: number }>(
        `select count(*)::int as count from ${table} where workspace_id = $1`,
        [workspaceId],
      );
      return rows[0]?.count ?? -1;
    },
  };
}

export function minutesAgo(minutes: number): Date {
  return new Date(Date.now() - minutes * 60_000);
}
