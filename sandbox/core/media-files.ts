import fs from 'node:fs';
import path from 'node:path';
import type { Media } from './entities';
import type { Sandbox } from './sandbox';

const fileOf = (sandbox: Sandbox, id: string) => path.join(sandbox.dataDir, 'media', id);

/** Puts the bytes beside the ledger, then the fact into it. */
export function storeMedia(sandbox: Sandbox, media: Media, bytes: Uint8Array) {
  fs.mkdirSync(path.join(sandbox.dataDir, 'media'), { recursive: true });
  fs.writeFileSync(fileOf(sandbox, media.id), bytes);
  sandbox.record({ kind: 'media.stored', media });
}

export function readMedia(sandbox: Sandbox, media: Media): Buffer {
  return fs.readFileSync(fileOf(sandbox, media.id));
}
