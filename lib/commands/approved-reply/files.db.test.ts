import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { files } from '@/lib/domain/files/files.fixture';
import { fileHead, filePiece } from '@/lib/queries/files/file';
import { replyToConversation } from '../conversation/reply';
import { sweepUnsent } from '../file/sweep';
import { addReplyFile } from './add-file';
import type { Library } from './library.fixture';
import { aLibrary } from './library.fixture';
import { sweepReplyFiles } from './sweep-files';

let database: TestDatabase;
let here: Library;

beforeAll(async () => {
  database = await testDatabase();
  here = await aLibrary(database);
});
afterAll(() => database.close());

const DAY_MS = 24 * 60 * 60_000;
const add = (replyId: string, bytes: Uint8Array, name = 'tub.png') =>
  addReplyFile(here.author, { replyId, name, bytes });

async function exists(fileId: string): Promise<boolean> {
  const { rows } = await database.admin.query('select from files where id = $1', [fileId]);
  return rows.length > 0;
}

const grownOld = (fileId: string) =>
  database.admin.query("update files set created_at = now() - interval '25 hours' where id = $1", [
    fileId,
  ]);

test('a picture goes along with a version, as what its bytes say it is', async () => {
  const { replyId, versionId } = await here.draft();
  const bytes = files.png;
  const { id } = await add(replyId, bytes, 'tub.jpg');
  await here.save(versionId, { fileIds: [id] });
  await here.submit(versionId);
  expect(await here.versionOf(versionId)).toMatchObject({
    media: [
      {
        ...{ fileId: id, kind: 'image', mimeType: 'image/png', size: bytes.byteLength },
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ],
  });
});

test('what X takes along with no message is refused as it comes', async () => {
  const { replyId } = await here.draft();
  await expect(add(replyId, files.pdf, 'terms.pdf')).rejects.toThrow(/is a PDF. Allowed here/);
  await expect(add(replyId, Buffer.from('#!/bin/sh'), 'tub.png')).rejects.toMatchObject({
    code: 'invalid',
  });
  await expect(add(replyId, new Uint8Array())).rejects.toThrow(/is empty/);
});

test('more files than go along with a message are refused as it is submitted', async () => {
  const { replyId, versionId } = await here.draft();
  const first = await add(replyId, files.png);
  const second = await add(replyId, files.png);
  await here.save(versionId, { fileIds: [first.id, second.id] });
  await expect(here.submit(versionId)).rejects.toThrow(
    'Only one file goes along with a message here.',
  );
});

test('the file of another reply is none of this one', async () => {
  const { replyId } = await here.draft();
  const { id } = await add(replyId, files.png);
  const other = await here.draft();
  await expect(here.save(other.versionId, { fileIds: [id] })).rejects.toThrow('not here any more');
});

test('everybody here may see it, nobody elsewhere, and no message takes it along by itself', async () => {
  const { replyId } = await here.draft();
  const bytes = files.png;
  const { id } = await add(replyId, bytes);
  expect(await fileHead(here.agent, id)).toMatchObject({ id, size: bytes.byteLength });
  expect(await filePiece(here.agent, id, 0)).toEqual(Buffer.from(bytes));
  const stranger = await aMember(await aWorkspace(), ['marketer', 'agent']);
  await expect(fileHead(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  const both = await aMember(here.workspaceId, ['agent', 'marketer']);
  const mine = await addReplyFile(both, { replyId, name: 'a.png', bytes });
  const { id: conversationId } = await aConversation(here.workspaceId);
  await expect(
    replyToConversation(both, {
      ...{ conversationId, clientKey: crypto.randomUUID(), body: 'Hi', seenSeq: 0 },
      ...{ fileIds: [mine.id], override: true },
    }),
  ).rejects.toThrow('An attached file is not here any more.');
});

test('after a day what no version names is gone, and what one names stays for good', async () => {
  const { replyId, versionId } = await here.draft();
  const named = await add(replyId, files.png);
  const left = await add(replyId, files.png);
  const young = await add(replyId, files.png);
  await here.save(versionId, { fileIds: [named.id] });
  await grownOld(named.id);
  await grownOld(left.id);
  await sweepUnsent(DAY_MS);
  expect(await exists(left.id)).toBe(true);
  expect(await sweepReplyFiles(DAY_MS)).toBe(1);
  expect(await Promise.all([named, left, young].map(({ id }) => exists(id)))).toEqual([
    true,
    false,
    true,
  ]);
});
