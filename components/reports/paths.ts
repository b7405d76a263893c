import { pinned } from '@/lib/domain/reports/address';
import type { PromisesAsked, TargetKind } from '@/lib/domain/reports/promises';
import { promisesSearch } from '@/lib/domain/reports/promises';
import type { VolumeAsked, VolumeKind } from '@/lib/domain/reports/volume';
import { volumeSearch } from '@/lib/domain/reports/volume';

type Table = 'metrics' | 'split' | 'hours' | 'targets';
type VolumeTable = 'days' | 'channels' | 'conversations';

export function promisesPath(asked: PromisesAsked): string {
  return `/reports/sla?${promisesSearch(asked)}`;
}

/** The targets that a number counts; `after` is where a page of them begins. */
export function targetsPath(asked: PromisesAsked, kind: TargetKind, after?: string): string {
  return `/reports/sla/targets?${withMore(promisesSearch(pinned(asked)), { kind, after })}`;
}

export function promiseFilePath(asked: PromisesAsked, table: Table, kind?: TargetKind): string {
  return `/api/reports/sla/${table}?${withMore(promisesSearch(pinned(asked)), { kind })}`;
}

export function volumePath(asked: VolumeAsked): string {
  return `/reports/volume?${volumeSearch(asked)}`;
}

/** The conversations that a number counts. */
export function volumeListPath(asked: VolumeAsked, kind: VolumeKind, after?: string): string {
  return `/reports/volume/conversations?${withMore(volumeSearch(pinned(asked)), { kind, after })}`;
}

export function volumeFilePath(asked: VolumeAsked, table: VolumeTable, kind?: VolumeKind): string {
  return `/api/reports/volume/${table}?${withMore(volumeSearch(pinned(asked)), { kind })}`;
}

function withMore(search: URLSearchParams, more: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(more)) {
    if (value !== undefined) search.set(name, value);
  }
  return search;
}
