import type { RefusalView } from '@/lib/domain/refusal';
import type { MediaFile } from './media';

type End =
  | { kind: 'here'; file: MediaFile }
  | { kind: 'failed'; message: string }
  | { kind: 'stopped' };

const unheard: End = {
  kind: 'failed',
  message: 'Porchlight did not answer while this was on its way. Attach it again.',
};

/** Sends a file of a reply to our own server and tells how far it is. `fetch` does not tell. */
export function uploadReplyFile(
  replyId: string,
  file: File,
  onProgress: (share: number) => void,
): { stop: () => void; done: Promise<End> } {
  const request = new XMLHttpRequest();
  const done = new Promise<End>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(endOf(request));
    request.onerror = () => resolve(unheard);
    request.ontimeout = () => resolve(unheard);
    request.onabort = () => resolve({ kind: 'stopped' });
  });
  request.open('POST', `/api/replies/${encodeURIComponent(replyId)}/files`);
  request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed()));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { stop: () => request.abort(), done };
}

function endOf({ status, responseText }: XMLHttpRequest): End {
  try {
    const answer: unknown = JSON.parse(responseText);
    if (status === 200) {
      const { id: fileId, ...file } = answer as Omit<MediaFile, 'fileId'> & { id: string };
      return { kind: 'here', file: { fileId, ...file } };
    }
    return { kind: 'failed', message: (answer as RefusalView).message };
  } catch {
    return unheard;
  }
}
