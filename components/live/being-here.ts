'use client';

import { useEffect } from 'react';
import { v4 as uuid } from 'uuid';
import type { Doing } from '@/lib/domain/presence/presence';

/** The server takes a window for gone after 45 s without a word. */
const beatMs = 20_000;
/** Whoever looks at another window for a moment has not gone. */
const hiddenForMs = 30_000;
/** Whoever has not pressed a key for so long is thinking, or reading. */
const quietMs = 8_000;
/** Of changes in quick succession the first is told at once and the last soon after. */
const soonestMs = 400;

type Place = { conversationId: string | null; doing: Doing };

const nowhere: Place = { conversationId: null, doing: 'viewing' };

let over = false;
let tab: string | undefined;
let place = nowhere;
let told = nowhere;
let lastAt = Number.NEGATIVE_INFINITY;
let soon: ReturnType<typeof setTimeout> | undefined;
let beat: ReturnType<typeof setInterval> | undefined;
let hidden: ReturnType<typeof setTimeout> | undefined;
let quiet: ReturnType<typeof setTimeout> | undefined;

/** Lets colleagues see that the person at this screen has a conversation open. */
export function useBeingHere(conversationId: string | null) {
  useEffect(() => {
    if (conversationId === null) return;
    move({ conversationId, doing: 'viewing' });
    beat ??= setInterval(onBeat, beatMs);
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', send);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', send);
      clearInterval(beat);
      clearTimeout(quiet);
      clearTimeout(hidden);
      beat = undefined;
      move(nowhere);
    };
  }, [conversationId]);
}

/** A key was pressed in the text. */
export function tellWriting() {
  if (place.conversationId === null) return;
  clearTimeout(quiet);
  quiet = setTimeout(tellPause, quietMs);
  if (place.doing !== 'writing') move({ ...place, doing: 'writing' });
}

/** The text was sent, emptied or left. */
export function tellPause() {
  clearTimeout(quiet);
  if (place.doing === 'writing') move({ ...place, doing: 'viewing' });
}

/** Nobody is signed in here any more. */
export function tellNothingMore() {
  over = true;
}

function move(next: Place) {
  place = next;
  if (soon !== undefined) return;
  soon = setTimeout(
    () => {
      soon = undefined;
      const same = told.conversationId === place.conversationId && told.doing === place.doing;
      if (!same) send();
    },
    Math.max(0, lastAt + soonestMs - performance.now()),
  );
}

function send() {
  if (place.conversationId !== null || told.conversationId !== null) tell(place);
}

function onBeat() {
  // A window that was told to have gone says nothing until it is looked at again.
  if (told.conversationId !== null) send();
}

function tell(what: Place) {
  told = what;
  if (over) return;
  lastAt = performance.now();
  tab ??= uuid();
  // Lost, it costs others a moment; the next beat says it again.
  fetch('/api/presence', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ tab, ...what }),
    keepalive: true,
  }).catch(() => undefined);
}

/** A page that goes away may start no request of its own any more. */
function leave() {
  if (over || told.conversationId === null) return;
  told = nowhere;
  const body = JSON.stringify({ tab, ...nowhere });
  navigator.sendBeacon('/api/presence', new Blob([body], { type: 'application/json' }));
}

function onVisibility() {
  clearTimeout(hidden);
  if (document.visibilityState === 'hidden') hidden = setTimeout(leave, hiddenForMs);
  else if (told.conversationId !== place.conversationId) send();
}
