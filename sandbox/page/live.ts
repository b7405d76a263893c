import { useCallback, useEffect, useState } from 'react';

const listeners = new Set<(kinds: string[]) => void>();
let source: EventSource | undefined;

/** One stream for the whole page; after a break everything is read anew. */
function listen(listener: (kinds: string[]) => void): () => void {
  listeners.add(listener);
  if (!source) {
    source = new EventSource('/sandbox/live');
    source.onopen = () => tell(['']);
    source.onmessage = ({ data }) => tell((JSON.parse(data) as { kinds: string[] }).kinds);
  }
  return () => listeners.delete(listener);
}

function tell(kinds: string[]) {
  for (const listener of listeners) listener(kinds);
}

/** Reads an address of the controls and reads it again whenever something of these kinds has happened. */
export function useResource<T>(
  path: string | null,
  kinds: string,
): { data: T | undefined; reload: () => void } {
  const [state, setState] = useState<{ path: string; data: T }>();
  const [turn, setTurn] = useState(0);
  const reload = useCallback(() => setTurn((before) => before + 1), []);

  useEffect(() => {
    const wanted = kinds.split(' ');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listen((told) => {
      const concerns = told.some(
        (kind) => kind === '' || wanted.some((each) => kind.startsWith(each)),
      );
      if (!concerns || timer) return;
      timer = setTimeout(() => {
        timer = undefined;
        reload();
      }, 30);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [kinds, reload]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn means reading again
  useEffect(() => {
    if (path === null) return;
    const abort = new AbortController();
    fetch(path, { signal: abort.signal })
      .then((response) => response.json())
      .then((data: T) => setState({ path, data }))
      .catch(() => undefined);
    return () => abort.abort();
  }, [path, turn]);

  return { data: state && state.path === path ? state.data : undefined, reload };
}

/** Asks the controls to do something. Answers with the sentence of a refusal, or with nothing. */
export async function act(
  method: string,
  path: string,
  body: unknown = {},
): Promise<string | undefined> {
  const response = await fetch(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => undefined);
  if (!response) return 'The sandbox does not answer.';
  if (response.ok) return undefined;
  const { error } = (await response.json().catch(() => ({}))) as { error?: string };
  return error ?? `It was refused (${response.status}).`;
}
