'use client';

import { useSearchParams } from 'next/navigation';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';

/** The languages of a reply, the one it is written in first. */
export function languagesOf({ sourceLanguage, versions }: ReplyDetail): string[] {
  const others = versions
    .map(({ language }) => language)
    .filter((language) => language !== sourceLanguage);
  return [sourceLanguage, ...[...new Set(others)].toSorted()];
}

/** The versions in a language, the newest first. */
export function versionsIn({ versions }: ReplyDetail, language: string): VersionView[] {
  return versions
    .filter((version) => version.language === language)
    .toSorted((one, other) => other.number - one.number);
}

/** What agents use of a language now. */
export function publishedIn(reply: ReplyDetail, language: string): VersionView | undefined {
  return versionsIn(reply, language).find(({ state }) => state === 'published');
}

/** What is being written or reviewed of a language: at most one. */
export function openIn(reply: ReplyDetail, language: string): VersionView | undefined {
  return versionsIn(reply, language).find(
    ({ state }) => state === 'draft' || state === 'in_review',
  );
}

/** The words that a translation says in another language: those in use, else the newest. */
export function sourceOf(reply: ReplyDetail): VersionView | undefined {
  const { sourceLanguage } = reply;
  return publishedIn(reply, sourceLanguage) ?? versionsIn(reply, sourceLanguage)[0];
}

/** Whether a translation says other words than those that are in use in the source language now. */
export function isStale(reply: ReplyDetail, version: VersionView): boolean {
  if (version.language === reply.sourceLanguage) return false;
  const source = publishedIn(reply, reply.sourceLanguage);
  return source !== undefined && version.sourceVersionId !== source.id;
}

/** Which version is on the screen, by the address: one that is named, else what waits for somebody in its language. */
export function useChosenVersion(reply: ReplyDetail): {
  language: string;
  version: VersionView | undefined;
} {
  const asked = useSearchParams();
  const named = reply.versions.find(({ id }) => id === asked.get('version'));
  if (named) return { language: named.language, version: named };
  const wanted = asked.get('language') ?? reply.sourceLanguage;
  const language = languagesOf(reply).includes(wanted) ? wanted : reply.sourceLanguage;
  const version =
    openIn(reply, language) ?? publishedIn(reply, language) ?? versionsIn(reply, language)[0];
  return { language, version };
}

/** Shows a version without asking the server for the page again. */
export function goToVersion(replyId: string, versionId: string) {
  window.history.pushState(null, '', versionPath(replyId, versionId));
}

export function goToLanguage(replyId: string, language: string) {
  window.history.pushState(null, '', `/replies/${replyId}?${new URLSearchParams({ language })}`);
}

export function versionPath(replyId: string, versionId: string): string {
  return `/replies/${replyId}?${new URLSearchParams({ version: versionId })}`;
}
