import type { UsageAsked, UsesAsked } from '@/lib/domain/replies/usage';
import { usageSearch } from '@/lib/domain/replies/usage';

export function usagePath(asked: UsageAsked): string {
  return `/replies/usage?${usageSearch(asked)}`;
}

export function usageFilePath(asked: UsageAsked): string {
  return `/api/replies/usage?${usageSearch(asked)}`;
}

/** The conversations in which a reply, or one version of it, was used. */
export function usesPath({ replyId, versionId, after, ...asked }: UsesAsked): string {
  const search = usageSearch(asked);
  if (replyId !== null) search.set('reply', replyId);
  if (versionId !== null) search.set('version', versionId);
  if (after !== null) search.set('after', after);
  return `/replies/usage/conversations?${search}`;
}
