'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { VersionView } from '@/lib/queries/replies/views';
import { saveVersionAction } from '../actions';
import { replyQuery } from '../queries';
import type { DraftFields, Known } from './draft-fields';
import { inputOf, knownOf } from './draft-fields';
import type { Answer } from './draft-keeper';
import { DraftKeeper } from './draft-keeper';

/** What is written of a draft on this screen, kept on the server as one goes, and on this device until it is. */
export function useKeptDraft(version: VersionView) {
  const client = useQueryClient();
  const [keeper] = useState(
    () =>
      new DraftKeeper(knownOf(version), {
        save: (fields, revision) => save(version.id, fields, revision),
        store: (copy) => store(version.id, copy),
        onNewer: () => void client.invalidateQueries(replyQuery(version.replyId)),
      }),
  );
  const keeping = useSyncExternalStore(keeper.subscribe, keeper.now, keeper.now);

  useEffect(() => keeper.meet(knownOf(version)), [keeper, version]);
  useEffect(() => {
    const copy = stored(version.id);
    if (copy) keeper.restore(copy);
    const flush = () => void keeper.flush();
    const flushAway = () => {
      if (document.visibilityState === 'hidden') flush();
    };
    window.addEventListener('online', flush);
    document.addEventListener('visibilitychange', flushAway);
    return () => {
      window.removeEventListener('online', flush);
      document.removeEventListener('visibilitychange', flushAway);
      flush();
    };
  }, [keeper, version.id]);

  return { keeper, keeping };
}

/** It says what the source says now: told with the words, which stay as they are. */
export async function confirmCurrent(keeper: DraftKeeper, versionId: string): Promise<boolean> {
  if (!(await keeper.flush())) return false;
  const { fields, known } = keeper.now();
  const answer = await save(versionId, fields, known.revision, true);
  if (answer.kind !== 'kept') return false;
  keeper.meet({ revision: answer.revision, fields });
  return true;
}

async function save(
  versionId: string,
  fields: DraftFields,
  revision: number,
  current = false,
): Promise<Answer> {
  const input = { versionId, revision, ...inputOf(fields), current };
  const result = await saveVersionAction(input).catch(() => null);
  if (result === null) return { kind: 'unheard' };
  if (result.ok) return { kind: 'kept', revision: result.value.revision };
  const { code, message, details } = result.refusal;
  if (code === 'unavailable') return { kind: 'unheard' };
  if (code === 'conflict' && details?.['revision'] !== undefined) return { kind: 'newer' };
  return { kind: 'refused', message };
}

const storageKey = (versionId: string) => `reply-version:${versionId}`;

function store(versionId: string, copy: Known | null) {
  try {
    if (copy === null) localStorage.removeItem(storageKey(versionId));
    else localStorage.setItem(storageKey(versionId), JSON.stringify(copy));
  } catch {
    // A browser that stores nothing still saves.
  }
}

function stored(versionId: string): Known | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey(versionId)) ?? 'null');
  } catch {
    return null;
  }
}
