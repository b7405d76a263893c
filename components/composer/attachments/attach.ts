import { v4 as uuid } from 'uuid';
import { kindByBeginning, lookAt } from '@/lib/domain/files/look';
import type { FileRules } from '@/lib/domain/files/rules';
import { fileRules, tooLarge, whyNotAttached, whyTooMany } from '@/lib/domain/files/rules';
import type { Mode } from '../attempt';
import type { Basket } from './held';
import { changeHeld, dropHeld, heldIn, onLeft, putHeld, renew } from './held';
import { upload } from './upload';

export type Place = { basket: Basket; conversationId: string; network: string; mode: Mode };

type Job = { place: Place; file: File; name: string; stop: () => void };

/** What is on its way or may be tried again, by its key, for as long as this page lives. */
const jobs = new Map<string, Job>();
const previews = new Map<string, string>();

const BEGINNING_BYTES = 64;

onLeft(forget);

/** Looks at each file and sends on what may be attached; what may not stands there with its reason. */
export async function attachFiles(place: Place, files: readonly File[], pasted = false) {
  renew(place.basket);
  for (const [index, file] of files.entries()) {
    const name = pasted ? nameOfPasted(file, index) : file.name;
    const key = uuid();
    putHeld(place.basket, {
      key,
      name,
      size: file.size,
      progress: 0,
      file: null,
      problem: null,
      again: false,
      clientKey: null,
    });
    jobs.set(key, { place, file, name, stop: () => undefined });
    if (file.type.startsWith('image/')) previews.set(key, URL.createObjectURL(file));
    // One after the other: what is refused takes no place from the next.
    // biome-ignore lint/performance/noAwaitInLoops: it decides, and does not wait for what is sent
    await begin(key);
  }
}

/** Once more, after the connection was lost. */
export function tryAgain(basket: Basket, key: string) {
  changeHeld(basket, key, { problem: null, again: false, progress: 0 });
  void begin(key);
}

/** Out of the composer; what is on its way turns back. */
export function removeHeld(basket: Basket, key: string) {
  renew(basket);
  jobs.get(key)?.stop();
  dropHeld(basket, (held) => held.key === key);
}

/** What to show of a file: here from this device, later from the server. */
export function previewOf(key: string): string | undefined {
  return previews.get(key);
}

/** Decides whether a file may come; when it may, it is on its way when this ends. */
async function begin(key: string) {
  const job = jobs.get(key);
  if (!job) return;
  const { place, file, name } = job;
  const rules = fileRules(place.mode, place.network);
  const problem = (await whyNot(file, name, rules)) ?? tooMany(place.basket, key, rules);
  if (problem !== null) refuse(place.basket, key, problem);
  else void send(key, job);
}

async function send(key: string, job: Job) {
  const { place, file, name } = job;
  const { stop, done } = upload(
    { ...place, file, name },
    { onProgress: (progress) => changeHeld(place.basket, key, { progress }) },
  );
  jobs.set(key, { ...job, stop });
  const end = await done;
  if (end.kind === 'stopped') return;
  if (end.kind === 'unheard') {
    changeHeld(place.basket, key, { problem: end.message, again: true });
  } else if (end.kind === 'refused') refuse(place.basket, key, end.message);
  else {
    jobs.delete(key);
    changeHeld(place.basket, key, { file: end.file, name: end.file.name, progress: 1 });
  }
}

function refuse(basket: Basket, key: string, problem: string) {
  forget(key);
  changeHeld(basket, key, { problem });
}

function forget(key: string) {
  jobs.delete(key);
  const preview = previews.get(key);
  if (preview !== undefined) URL.revokeObjectURL(preview);
  previews.delete(key);
}

/** Refused ones do not count, and neither does this one. */
function tooMany(basket: Basket, key: string, rules: FileRules): string | null {
  const others = heldIn(basket).filter((held) => held.key !== key && held.problem === null);
  return whyTooMany(others.length + 1, rules);
}

/** The same question that the server asks, so that most answers need no journey. */
async function whyNot(file: File, name: string, rules: FileRules): Promise<string | null> {
  try {
    const beginning = new Uint8Array(await file.slice(0, BEGINNING_BYTES).arrayBuffer());
    const kind = kindByBeginning(beginning);
    const rule = kind && rules.kinds[kind];
    if (rule && file.size > rule.mostBytes) return tooLarge(kind, name, rule.mostBytes);
    const bytes = rule ? new Uint8Array(await file.arrayBuffer()) : beginning;
    return whyNotAttached(lookAt(bytes), { name, bytes: file.size }, rules);
  } catch {
    return `“${name}” cannot be read. A folder, or a file that has moved, cannot be attached.`;
  }
}

/** Browsers call every pasted picture "image.png". */
function nameOfPasted(file: File, index: number): string {
  if (file.name !== '' && !/^image\.\w+$/.test(file.name)) return file.name;
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  const ending = file.type.split('/')[1] ?? 'png';
  return `Pasted ${day} ${time}${index > 0 ? ` (${index + 1})` : ''}.${ending}`;
}
