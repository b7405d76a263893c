import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { uploadFile } from '@/lib/commands/file/upload';
import { files } from '@/lib/domain/files/files.fixture';
import { fileHead, filePiece, PIECE_BYTES } from './file';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function anUpload(bytes: Uint8Array) {
  const workspaceId = await aWorkspace();
  const agent = await aMember(workspaceId, ['agent']);
  const conversationId = (await aConversation(workspaceId)).id;
  const file = await uploadFile(agent, { conversationId, name: 'scoop.png', bytes });
  return { workspaceId, agent, conversationId, file };
}

test('a file is seen by everybody of the workspace once it is sent, and before by its uploader alone', async () => {
  const { workspaceId, agent, conversationId, file } = await anUpload(files.png);
  const colleague = await aMember(workspaceId, ['admin']);
  const neighbour = await aMember(await aWorkspace(), ['agent', 'lead', 'marketer', 'admin']);
  expect(await fileHead(agent, file.id)).toMatchObject({ name: 'scoop.png' });
  await expect(fileHead(colleague, file.id)).rejects.toMatchObject({ code: 'not_found' });
  const note = { conversationId, clientKey: uuid(), body: '', fileIds: [file.id] };
  await noteOnConversation(agent, note);
  expect(await fileHead(colleague, file.id)).toMatchObject({ size: files.png.length });
  await expect(fileHead(neighbour, file.id)).rejects.toMatchObject({ code: 'not_found' });
  expect(await filePiece(neighbour, file.id, 0)).toBeNull();
});

test('what is not there looks like what is somebody else’s, whatever it is called', async () => {
  const { agent } = await anUpload(files.png);
  for (const id of [uuid(), 'x', "' or 1=1"]) {
    await expect(fileHead(agent, id)).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('without the role that reads conversations there is nothing to see', async () => {
  const { workspaceId, file } = await anUpload(files.png);
  const nobody = { ...(await aMember(workspaceId)), roles: [] };
  await expect(fileHead(nobody, file.id)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a file comes in its pieces, and they are the whole of it', async () => {
  const large = Buffer.concat([files.png, Buffer.alloc(2 * PIECE_BYTES, 'scoop')]);
  const { agent, file } = await anUpload(large);
  const pieces = await Promise.all([0, 1, 2].map((no) => filePiece(agent, file.id, no)));
  expect(Buffer.concat(pieces.flatMap((piece) => piece ?? [])).equals(large)).toBe(true);
  expect(await filePiece(agent, file.id, 3)).toBeNull();
});
