import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { files } from '@/lib/domain/files/files.fixture';
import { noteOnConversation } from '../conversation/note';
import { replyToConversation } from '../conversation/reply';
import { contentsOf } from './contents';
import { sweepUnsent } from './sweep';
import { rulesForUpload, uploadFile } from './upload';

const MIB = 1024 * 1024;
let database: TestDatabase;
let workspaceId: string;
let agent: Actor;
let conversationId: string;

beforeAll(async () => {
  database = await testDatabase();
  workspaceId = await aWorkspace();
  agent = await aMember(workspaceId, ['agent']);
  conversationId = (await aConversation(workspaceId)).id;
});
afterAll(() => database.close());

type More = Partial<{ name: string; mode: string; conversationId: string; by: Actor }>;

async function upload(bytes: Uint8Array, { by = agent, ...more }: More = {}) {
  return await uploadFile(by, { conversationId, name: 'scoop.png', bytes, ...more });
}

function reply(fileIds: string[], more: object = {}, by = agent) {
  const input = { conversationId, clientKey: uuid(), body: '', seenSeq: 0, override: true };
  return replyToConversation(by, { ...input, fileIds, ...more });
}

function note(fileIds: string[], more: object = {}, by = agent) {
  return noteOnConversation(by, { conversationId, clientKey: uuid(), body: '', fileIds, ...more });
}

async function row<Row>(statement: string, ...values: unknown[]): Promise<Row | undefined> {
  return (await database.admin.query(statement, values)).rows[0] as Row | undefined;
}

/** A picture that is larger than one piece: what stands behind its end belongs to it. */
const large = Buffer.concat([files.png, Buffer.alloc(2 * MIB, 'scoop')]);

describe('a file is uploaded', () => {
  it('and kept in pieces, under its true kind and a harmless name', async () => {
    const file = await upload(large, { name: '../x/melted.jpg' });
    expect(file).toEqual({
      id: expect.any(String),
      name: 'melted.png',
      kind: 'image',
      mimeType: 'image/png',
      size: large.length,
      width: 40,
      height: 30,
    });
    expect((await contentsOf(workspaceId, file.id)).equals(large)).toBe(true);
    expect(await row('select count(*)::int from file_chunks where file_id = $1', file.id)).toEqual({
      count: 3,
    });
  });

  it.each([
    ['nothing', Buffer.alloc(0), '“scoop.png” is empty.'],
    ['a page', Buffer.from('<!doctype html><script>'), 'is a web page (HTML)'],
    ['a drawing', Buffer.from('<svg onload="alert(1)"/>'), 'is an SVG drawing'],
    ['half a picture', files.png.subarray(0, 80), 'damaged or not complete'],
    ['a paper in a reply', files.pdf, 'is a PDF'],
    ['a heavy picture', Buffer.concat([files.png, Buffer.alloc(5 * MIB)]), 'is too large'],
  ])('and refused when it is %s', async (_, bytes, why) => {
    await expect(upload(bytes)).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining(why),
    });
  });

  it('and is refused to who may not, and for what is not theirs', async () => {
    const admin = await aMember(workspaceId, ['admin']);
    await expect(upload(files.png, { by: admin })).rejects.toMatchObject({ code: 'forbidden' });
    const marketer = await aMember(workspaceId, ['marketer']);
    await expect(upload(files.png, { by: marketer })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await upload(files.png, { by: marketer, mode: 'note' })).toMatchObject({
      kind: 'image',
    });
    const neighbour = await aMember(await aWorkspace(), ['agent']);
    await expect(upload(files.png, { by: neighbour })).rejects.toMatchObject({ code: 'not_found' });
    const place = { conversationId: uuid(), mode: 'reply' };
    await expect(rulesForUpload(agent, place)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('but not without end', async () => {
    const busy = await aMember(workspaceId, ['agent']);
    await database.admin.query(
      `insert into files (workspace_id, id, conversation_id, uploaded_by, kind, mime_type, name, size, sha256)
       select $1, gen_random_uuid(), $2, $3, 'image', 'image/png', 'a.png', 1, '' from generate_series(1, 60)`,
      [workspaceId, conversationId, busy.memberId],
    );
    await expect(upload(files.png, { by: busy })).rejects.toMatchObject({ code: 'too_many' });
  });
});

describe('a file goes along', () => {
  it('with a reply, with or without words, and the list says so', async () => {
    const file = await upload(files.png);
    const { messageId } = await reply([file.id, file.id]);
    expect(await row('select body, attachments from messages where id = $1', messageId)).toEqual({
      body: '',
      attachments: [
        {
          kind: 'image',
          externalId: file.id,
          fileId: file.id,
          name: 'scoop.png',
          mimeType: 'image/png',
          size: files.png.length,
          width: 40,
          height: 30,
        },
      ],
    });
    expect(await row('select message_id from files where id = $1', file.id)).toEqual({
      message_id: messageId,
    });
    expect(
      await row('select preview, has_attachment from conversations where id = $1', conversationId),
    ).toEqual({ preview: 'Photo', has_attachment: true });
  });

  it('once: sending again is sending once, and no other message takes it', async () => {
    const file = await upload(files.png);
    const clientKey = uuid();
    const first = await reply([file.id], { clientKey });
    expect(await reply([file.id], { clientKey })).toEqual(first);
    await expect(reply([file.id])).rejects.toMatchObject({
      code: 'invalid',
      details: { missing: [file.id] },
    });
  });

  it('with two replies at once only one of them has it', async () => {
    const file = await upload(files.png);
    const both = await Promise.allSettled([reply([file.id]), reply([file.id])]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('with a note as a paper, and ten of them', async () => {
    const papers = await Promise.all(
      Array.from({ length: 10 }, () => upload(files.pdf, { mode: 'note', name: 'a' })),
    );
    const ids = papers.map(({ id }) => id);
    const { messageId } = await note(ids);
    const found = await row<{ ids: string[] }>(
      `select array(select each->>'fileId' from jsonb_array_elements(attachments) each) as ids
       from messages where id = $1`,
      messageId,
    );
    expect(found?.ids).toEqual(ids);
  });

  it.each([
    ['two on X', async () => [(await upload(files.png)).id, (await upload(files.png)).id]],
    ['a paper', async () => [(await upload(files.pdf, { mode: 'note' })).id]],
    ['one that is not there', async () => [uuid()]],
  ])('but not with a reply when it is %s', async (_, ids) => {
    await expect(reply(await ids())).rejects.toMatchObject({ code: 'invalid' });
  });

  it('but not from somebody else, from another conversation or another workspace', async () => {
    const file = await upload(files.png);
    const colleague = await aMember(workspaceId, ['agent']);
    await expect(reply([file.id], {}, colleague)).rejects.toMatchObject({ code: 'invalid' });
    const elsewhere = (await aConversation(workspaceId)).id;
    await expect(reply([file.id], { conversationId: elsewhere })).rejects.toMatchObject({
      code: 'invalid',
    });
    const abroad = await aWorkspace();
    const neighbour = await aMember(abroad, ['agent']);
    const theirs = (await aConversation(abroad)).id;
    await expect(note([file.id], { conversationId: theirs }, neighbour)).rejects.toMatchObject({
      code: 'invalid',
    });
  });

  it('and nothing at all says nothing', async () => {
    await expect(reply([])).rejects.toMatchObject({ message: 'Write something first.' });
  });
});

describe('what was never sent', () => {
  it('is swept after its time, unless a draft holds it', async () => {
    const [old, drafted, fresh, sent] = await Promise.all(
      Array.from({ length: 4 }, () => upload(files.png)),
    );
    const ids = [old, drafted, fresh, sent].map((file) => `${file?.id}`);
    await note([`${sent?.id}`]);
    await database.admin.query(
      "update files set created_at = now() - interval '25 hours' where id = any($1)",
      [ids.filter((id) => id !== fresh?.id)],
    );
    await database.admin.query(
      `insert into drafts (workspace_id, conversation_id, member_id, mode, body, file_ids, revision)
       values ($1, $2, $3, 'reply', '', array[$4::uuid], 1)`,
      [workspaceId, conversationId, agent.memberId, drafted?.id],
    );
    expect(await sweepUnsent(24 * 3_600_000)).toBe(1);
    const left = await row<{ ids: string[] }>(
      'select array(select id::text from files where id = any($1)) as ids',
      ids,
    );
    expect(left?.ids.toSorted()).toEqual(ids.slice(1).toSorted());
    expect(await row('select from file_chunks where file_id = $1', old?.id)).toBeUndefined();
  });
});
