import fs from 'node:fs';
import path from 'node:path';
import type { Media } from './entities';
import { sizeOf } from './picture-size';
import type { Sandbox } from './sandbox';

const fileOf = (sandbox: Sandbox, id: string) => path.join(sandbox.dataDir, 'media', id);

/** Puts the bytes beside the ledger, then the fact into it. */
export function storeMedia(sandbox: Sandbox, told: Media, bytes: Buffer): Media {
  const media = { ...told, ...sizeOf(bytes) };
  fs.mkdirSync(path.join(sandbox.dataDir, 'media'), { recursive: true });
  fs.writeFileSync(fileOf(sandbox, media.id), bytes);
  sandbox.record({ kind: 'media.stored', media });
  return media;
}

export function readMedia(sandbox: Sandbox, media: Media): Buffer {
  return fs.readFileSync(fileOf(sandbox, media.id));
}

export type MediaState = 'in_progress' | 'failed' | 'succeeded';

/** What the network has made of a file by now. */
export function mediaStateOf(sandbox: Sandbox, { readyAt, unusable }: Media): MediaState {
  if (readyAt !== undefined && Date.parse(readyAt) > sandbox.now()) return 'in_progress';
  return unusable ? 'failed' : 'succeeded';
}
