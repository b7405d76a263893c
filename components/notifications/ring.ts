import { urgentKinds } from '@/lib/domain/notifications/kinds';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';
import { rememberTold, toldBefore } from './told-before';

const place = 'porchlight:rung';

/**
 * Is heard when something that does not wait is new: by one tab for all of them. One in which nobody
 * has pressed anything yet is not allowed to be heard, and leaves it to the others.
 */
export async function ringFor(items: readonly NotificationItem[]) {
  const keys = items
    .filter(({ kind }) => urgentKinds.includes(kind))
    .map(({ id, at }) => `${id} ${at}`);
  if (keys.length === 0) return;
  if (!navigator.locks) {
    await ring();
    return;
  }
  await navigator.locks.request('porchlight-ring', async () => {
    const before = toldBefore(place);
    const news = keys.filter((key) => !before.includes(key));
    if (news.length === 0 || !(await ring())) return;
    rememberTold(place, [...news, ...before]);
  });
}

/** The two notes, in hertz, and when each begins. */
const notes = [
  [659, 0],
  [880, 0.14],
] as const;
const noteSeconds = 0.3;
const loudness = 0.12;

/** Two soft notes, made here: there is no file to fetch. False where the browser keeps silent. */
export async function ring(): Promise<boolean> {
  if (typeof AudioContext === 'undefined') return false;
  // Browsers complain of whoever tries.
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return false;
  const audio = new AudioContext();
  // Where nobody has pressed anything it never begins, and says nothing about it.
  if (audio.state !== 'running') void audio.resume().catch(() => undefined);
  if (!(await begins(audio))) {
    void audio.close();
    return false;
  }
  const ends = notes.map(([hertz, after]) => play(audio, hertz, audio.currentTime + after));
  void Promise.all(ends).then(() => audio.close());
  return true;
}

const patienceMs = 300;

function begins(audio: AudioContext): Promise<boolean> {
  if (audio.state === 'running') return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    audio.onstatechange = () => {
      if (audio.state !== 'running') return;
      clearTimeout(timer);
      resolve(true);
    };
  });
}

function play(audio: AudioContext, hertz: number, at: number): Promise<void> {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + noteSeconds);
  tone.connect(volume).connect(audio.destination);
  tone.start(at);
  tone.stop(at + noteSeconds);
  return new Promise((resolve) => {
    tone.onended = () => resolve();
  });
}
