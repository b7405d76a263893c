'use client';

import { useSyncExternalStore } from 'react';
import type { ActionResult } from '@/lib/action';
import type { AttachmentView } from '@/lib/queries/inbox/thread-views';
import type { Mode } from '../attempt';
import { renewDraft } from '../drafts';
import type { Held, Uploaded } from './held-rules';
import {
  alongWith,
  asHeld,
  heldAfterReload,
  inComposer,
  settled,
  taken,
  toStore,
} from './held-rules';

/** The files of one draft: whose, of which conversation, for a reply or a note. */
export type Basket = `${string}:${Mode}`;

const none: readonly Held[] = [];
const shelves = new Map<Basket, readonly Held[]>();
const listeners = new Set<() => void>();
const leavers = new Set<(key: string) => void>();

export function basketOf(draftId: string, mode: Mode): Basket {
  return `${draftId}:${mode}`;
}

/** The files that stand in the composer. */
export function useHeld(basket: Basket): readonly Held[] {
  const held = useSyncExternalStore(
    subscribe,
    () => shelfOf(basket),
    () => none,
  );
  return inComposer(held);
}

export function heldIn(basket: Basket): readonly Held[] {
  return inComposer(shelfOf(basket));
}

/** Somebody chose or removed a file. */
export function renew(basket: Basket) {
  const end = basket.lastIndexOf(':');
  renewDraft(basket.slice(0, end), basket.endsWith(':note') ? 'note' : 'reply');
}

export function putHeld(basket: Basket, held: Held) {
  change(basket, (all) => [...all, held]);
}

export function changeHeld(basket: Basket, key: string, patch: Partial<Held>) {
  change(basket, (all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
}

export function dropHeld(basket: Basket, gone: (held: Held) => boolean) {
  change(basket, (all) => (all.some(gone) ? all.filter((one) => !gone(one)) : all));
}

/** Takes the files along with a message; answers how the thread shows them meanwhile. */
export function takeHeld(basket: Basket, clientKey: string): AttachmentView[] {
  change(basket, (all) => (all.length > 0 ? taken(all, clientKey) : all));
  return alongWith(shelfOf(basket), clientKey);
}

/** The server answered; what it says is not there any more need not come back. */
export function settleHeld(basket: Basket, clientKey: string, answer: ActionResult<unknown>) {
  const missing: unknown = answer.ok ? [] : answer.refusal.details?.['missing'];
  const gone = new Set(Array.isArray(missing) ? missing : []);
  change(basket, (all) =>
    all.length > 0
      ? settled(all, clientKey, answer.ok).filter(({ file }) => !(file && gone.has(file.id)))
      : all,
  );
}

/** A message was called back: its files stand in the composer again. */
export function putBack(basket: Basket, files: readonly Uploaded[]) {
  change(basket, (all) => (files.length > 0 ? [...all, ...files.map(asHeld)] : all));
}

/** Calls with the key of each file that leaves, whichever way: sent, removed, or found to be there. */
export function onLeft(listener: (key: string) => void) {
  leavers.add(listener);
}

function change(basket: Basket, update: (held: readonly Held[]) => readonly Held[]) {
  const before = shelfOf(basket);
  const after = update(before);
  if (after === before) return;
  shelves.set(basket, after);
  store(basket, after);
  for (const listener of listeners) listener();
  const left = before.filter(({ key }) => !after.some((one) => one.key === key));
  for (const { key } of left) for (const leaver of leavers) leaver(key);
}

function shelfOf(basket: Basket): readonly Held[] {
  const known = shelves.get(basket);
  if (known) return known;
  const shelf = heldAfterReload(stored(basket));
  shelves.set(basket, shelf);
  return shelf;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const storageKey = (basket: Basket) => `files:${basket}`;

function stored(basket: Basket): string | null {
  try {
    return localStorage.getItem(storageKey(basket));
  } catch {
    return null;
  }
}

function store(basket: Basket, held: readonly Held[]) {
  const kept = toStore(held);
  try {
    if (kept === null) localStorage.removeItem(storageKey(basket));
    else localStorage.setItem(storageKey(basket), kept);
  } catch {
    // A browser that stores nothing still sends.
  }
}
