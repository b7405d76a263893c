'use client';

import { longestDraft } from '@/lib/domain/conversation/draft';
import type { Mode } from './attempt';
import { modes } from './attempt';
import { meet, noteSaved, onDraftsChanged, shelfOf } from './drafts';
import { isAhead } from './known-drafts';

const pauseMs = 600;
/** Somebody who types without a pause is saved too. */
const longestMs = 3_000;
/** Another window of this browser that shows the same text saves it first. */
const elsewhereMs = 5_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
/** Browsers carry no more than 64 KiB for a page that goes away. */
const mostCarriedBytes = 60_000;

type Job = {
  timer: ReturnType<typeof setTimeout> | undefined;
  waitsSince: number;
  running: boolean;
  failures: number;
  /** What the server will not keep; asked again only when it changes. */
  refused: string | undefined;
};

const jobs = new Map<string, Job>();
/** The drafts that this window has shown. */
const watched = new Set<string>();
let begun = false;

/** Keeps the drafts of a conversation on the server too, from now on for as long as this page lives. */
export function keepDrafts(id: string) {
  watched.add(id);
  if (!begun) begin();
  begun = true;
  for (const mode of modes) saveSoon(id, mode);
}

function begin() {
  const flushAway = () => {
    if (document.visibilityState === 'hidden') flush(true);
  };
  const flushNow = () => flush(false);
  const leave = () => flush(true);
  document.addEventListener('visibilitychange', flushAway);
  window.addEventListener('pagehide', leave);
  window.addEventListener('online', flushNow);
  onDraftsChanged((id) => {
    if (watched.has(id)) for (const mode of modes) saveSoon(id, mode);
  });
}

function flush(away: boolean) {
  for (const id of watched) {
    for (const mode of modes) if (isDue(id, mode)) void save(id, mode, away);
  }
}

function isDue(id: string, mode: Mode): boolean {
  const { drafts, known } = shelfOf(id);
  // What is being sent is the server's in a moment, or comes back into the composer.
  const leaving = drafts.sending.some((sending) => sending.mode === mode);
  const { text } = drafts[mode];
  if (text === jobOf(id, mode).refused) return false;
  return isAhead(text, known[mode]) && !(leaving && text === '');
}

function jobOf(id: string, mode: Mode): Job {
  const key = `${mode}:${id}`;
  const known = jobs.get(key);
  if (known) return known;
  const job = { timer: undefined, waitsSince: 0, running: false, failures: 0, refused: undefined };
  jobs.set(key, job);
  return job;
}

function saveSoon(id: string, mode: Mode) {
  const job = jobOf(id, mode);
  if (!isDue(id, mode) || job.running) return;
  const now = performance.now();
  if (job.timer === undefined) job.waitsSince = now;
  clearTimeout(job.timer);
  const waitMs = Math.min(
    document.hasFocus() ? pauseMs : elsewhereMs,
    Math.max(0, job.waitsSince + longestMs - now),
  );
  job.timer = setTimeout(() => void save(id, mode), retryAfter(job) ?? waitMs);
}

function retryAfter({ failures }: Job): number | undefined {
  if (failures === 0) return undefined;
  return Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
}

async function save(id: string, mode: Mode, away = false) {
  const job = jobOf(id, mode);
  clearTimeout(job.timer);
  job.timer = undefined;
  if (job.running && !away) return;
  const { text } = shelfOf(id).drafts[mode];
  const body = { mode, body: text, revision: shelfOf(id).known[mode].revision + 1 };
  job.running = true;
  const answer = text.length > longestDraft ? 'refused' : await put(id, body, away);
  job.running = false;
  if (typeof answer === 'string') {
    if (answer === 'refused') job.refused = text;
    else job.failures += 1;
    noteSaved(id, mode, null);
    saveSoon(id, mode);
    return;
  }
  job.failures = 0;
  job.refused = undefined;
  if (answer.kept) noteSaved(id, mode, { revision: answer.revision, text });
  else meet(id, mode, answer);
  saveSoon(id, mode);
}

type Answer = { kept: boolean; body: string; revision: number };

async function put(
  id: string,
  draft: { mode: Mode; body: string; revision: number },
  away: boolean,
): Promise<Answer | 'unheard' | 'refused'> {
  // Asking without a line would only fill the browser's console.
  if (!navigator.onLine) return 'unheard';
  const conversationId = id.slice(id.indexOf(':') + 1);
  const body = JSON.stringify(draft);
  try {
    const response = await fetch(`/api/conversations/${conversationId}/drafts`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body,
      keepalive: away && body.length < mostCarriedBytes,
    });
    if (response.ok) return await response.json();
    return response.status >= 500 || response.status === 429 ? 'unheard' : 'refused';
  } catch {
    return 'unheard';
  }
}
