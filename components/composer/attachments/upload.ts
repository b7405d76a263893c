import type { RefusalView } from '@/lib/domain/refusal';
import type { Mode } from '../attempt';
import type { Uploaded } from './held-rules';

type What = { conversationId: string; mode: Mode; file: File; name: string };

type End =
  | { kind: 'here'; file: Uploaded }
  | { kind: 'refused'; message: string }
  | { kind: 'unheard'; message: string }
  | { kind: 'stopped' };

const unheard: End = {
  kind: 'unheard',
  message: 'Porchlight did not answer while this was on its way. Your text is kept.',
};

/** Sends a file to our own server and tells how far it is. `fetch` does not tell. */
export function upload(
  { conversationId, mode, file, name }: What,
  { onProgress }: { onProgress: (share: number) => void },
): { stop: () => void; done: Promise<End> } {
  const request = new XMLHttpRequest();
  const done = new Promise<End>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(endOf(request));
    request.onerror = () => resolve(unheard);
    request.ontimeout = () => resolve(unheard);
    request.onabort = () => resolve({ kind: 'stopped' });
  });
  const search = new URLSearchParams({ conversationId, mode });
  request.open('POST', `/api/files?${search}`);
  request.setRequestHeader('x-file-name', encodeURIComponent(name.toWellFormed()));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { stop: () => request.abort(), done };
}

function endOf({ status, responseText }: XMLHttpRequest): End {
  try {
    const answer: unknown = JSON.parse(responseText);
    if (status === 200) return { kind: 'here', file: answer as Uploaded };
    const { code, message } = answer as RefusalView;
    return { kind: code === 'unavailable' || code === 'too_many' ? 'unheard' : 'refused', message };
  } catch {
    return unheard;
  }
}
