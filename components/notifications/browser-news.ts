import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { tells } from '@/lib/domain/notifications/choices';
import type { Reader } from '@/lib/domain/notifications/words';
import { pathOf, plain, sentenceOf } from '@/lib/domain/notifications/words';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';
import { leaveHere } from './browser-notes';
import { rememberTold, toldBefore } from './told-before';

/** How one chose to be told, who reads it, and how to go where it is dealt with. */
type Way = {
  choices: NotificationChoices;
  reader: Reader;
  go: (path: string) => void;
};

const place = 'porchlight:told';
const mostShown = 3;

/**
 * Has the browser tell what is new, by one tab for all of them, and only while none of them is looked
 * at. What a customer wrote is shown only to those who chose so: a screen may be seen by others.
 */
export async function showNews(news: readonly NotificationItem[], way: Way) {
  const items = news.filter(({ kind }) => tells(way.choices, kind, 'browser'));
  if (items.length === 0 || leaveHere() !== 'granted' || !document.hidden) return;
  if (!navigator.locks) {
    tell(items, way);
    return;
  }
  await navigator.locks.request('porchlight-tell', async () => {
    if (await isLookedAt()) return;
    const told = toldBefore(place);
    const untold = items.filter(({ id, at }) => !told.includes(`${id} ${at}`));
    if (untold.length === 0) return;
    rememberTold(place, [...untold.map(({ id, at }) => `${id} ${at}`), ...told]);
    tell(untold, way);
  });
}

const watch = 'porchlight-looked-at';

/** Holds a lock for as long as this tab is looked at, so that hidden ones know. */
export function holdWhileVisible(): () => void {
  let release: (() => void) | undefined;
  const change = () => {
    release?.();
    release = undefined;
    if (document.hidden || !navigator.locks) return;
    void navigator.locks.request(watch, { mode: 'shared' }, () => {
      if (document.hidden) return undefined;
      return new Promise<void>((done) => {
        release = done;
      });
    });
  };
  change();
  document.addEventListener('visibilitychange', change);
  return () => {
    document.removeEventListener('visibilitychange', change);
    release?.();
  };
}

async function isLookedAt(): Promise<boolean> {
  const { held = [] } = await navigator.locks.query();
  return held.some(({ name }) => name === watch);
}

function tell(news: readonly NotificationItem[], { choices, reader, go }: Way) {
  if (news.length > mostShown) {
    show(`${news.length} new notifications`, { path: '/inbox/mine', tag: 'several' }, go);
    return;
  }
  for (const item of news) {
    const title = plain(sentenceOf(item, reader));
    const body = choices.showText && item.excerpt ? item.excerpt : undefined;
    show(title, { path: pathOf(item), tag: item.id, body }, go);
  }
}

type Note = { path: string; tag: string; body?: string | undefined };

function show(title: string, { path, tag, body }: Note, go: Way['go']) {
  const options = { tag, icon: '/icons/192.png', data: { path }, ...(body ? { body } : {}) };
  try {
    const note = new Notification(title, options);
    note.onclick = () => {
      window.focus();
      note.close();
      go(path);
    };
  } catch {
    // Browsers of phones show them only through the worker, which knows what a press does.
    void navigator.serviceWorker?.ready.then((worker) => worker.showNotification(title, options));
  }
}
