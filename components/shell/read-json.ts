import type { RefusalCode, RefusalView } from '@/lib/domain/refusal';

/** A read that was answered with a refusal, or not at all (`unavailable`). */
export class ReadFailed extends Error {
  readonly code: RefusalCode;

  constructor({ code, message }: RefusalView, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ReadFailed';
    this.code = code;
  }
}

const unreachable: RefusalView = {
  code: 'unavailable',
  message: 'Porchlight did not answer. It will be tried again.',
};

/** Reads one of our own routes. Throws `ReadFailed`. */
export async function readJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await ask(path, signal);
  if (response.ok) return await response.json();
  throw new ReadFailed(await refusalIn(response));
}

async function ask(path: string, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(path, {
      headers: { accept: 'application/json' },
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ReadFailed(unreachable, { cause });
  }
}

async function refusalIn(response: Response): Promise<RefusalView> {
  try {
    const body: RefusalView = await response.json();
    return body.code ? body : unreachable;
  } catch {
    return unreachable;
  }
}
