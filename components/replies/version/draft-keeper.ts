import type { DraftFields, Known } from './draft-fields';
import { saySame } from './draft-fields';

/** What became of a save: kept, somebody else's was first, not taken as it is, or nobody heard it. */
export type Answer =
  | { kind: 'kept'; revision: number }
  | { kind: 'newer' }
  | { kind: 'refused'; message: string }
  | { kind: 'unheard' };

export type Keeping = {
  fields: DraftFields;
  /** What the server has. */
  known: Known;
  state: 'kept' | 'waiting' | 'saving' | 'unheard' | 'refused' | 'newer';
  problem: string | null;
  /** What somebody else saved meanwhile; nothing is saved until somebody says which holds. */
  theirs: Known | null;
};

type Ways = {
  save: (fields: DraftFields, revision: number) => Promise<Answer>;
  /** A copy on this device of what the server does not have yet; null when it has all. */
  store: (copy: Known | null) => void;
  /** The server has something newer: it is to be read. */
  onNewer: () => void;
  pauseMs?: number;
  retryMs?: number;
};

const usualPauseMs = 600;
const usualRetryMs = 3_000;

/** Keeps a draft on the server while it is written: one save at a time, each on top of the one before. */
export class DraftKeeper {
  #now: Keeping;
  #ways: Ways;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;
  /** What the server told while a save was on its way, which may be that save. */
  #heard: Known | null = null;
  #listeners = new Set<() => void>();

  constructor(start: Known, ways: Ways) {
    this.#now = { fields: start.fields, known: start, state: 'kept', problem: null, theirs: null };
    this.#ways = ways;
  }

  now = (): Keeping => this.#now;

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(patch: Partial<DraftFields>) {
    this.#change({ fields: { ...this.#now.fields, ...patch }, problem: null });
    this.#ways.store({ revision: this.#now.known.revision, fields: this.#now.fields });
    if (this.#now.theirs || this.#now.state === 'newer' || this.#running !== null) return;
    this.#settled();
  }

  /** What the server says now. What is being written is never replaced by it. */
  meet(told: Known) {
    const { theirs, known, fields } = this.#now;
    if (this.#running !== null) {
      this.#heard = told;
      return;
    }
    if (told.revision <= (theirs ?? known).revision) return;
    if (!this.#isDirty() || saySame(told.fields, fields)) {
      this.#change({
        known: told,
        fields: told.fields,
        state: 'kept',
        theirs: null,
        problem: null,
      });
      this.#ways.store(null);
    } else {
      clearTimeout(this.#timer);
      this.#change({ theirs: told, state: 'newer', problem: null });
    }
  }

  /** What this device has kept of an earlier time, which the server never got. */
  restore(copy: Known) {
    const { fields, known } = this.#now;
    if (saySame(copy.fields, fields)) this.#ways.store(null);
    else if (copy.revision === known.revision) {
      this.#change({ fields: copy.fields });
      this.#settled();
    } else this.#change({ fields: copy.fields, theirs: known, state: 'newer' });
  }

  /** Saves what is not saved; answers whether all is kept. */
  async flush(): Promise<boolean> {
    await this.#save();
    // What was typed while the first was on its way.
    await this.#save();
    return !this.#isDirty() && this.#now.theirs === null;
  }

  takeTheirs() {
    const { theirs } = this.#now;
    if (!theirs) return;
    this.#change({ known: theirs, fields: theirs.fields, theirs: null, state: 'kept' });
    this.#ways.store(null);
  }

  /** Mine on top of theirs. */
  keepMine() {
    const { theirs, fields } = this.#now;
    if (!theirs) return;
    this.#change({ known: theirs, theirs: null, state: 'waiting' });
    this.#ways.store({ revision: theirs.revision, fields });
    void this.#save();
  }

  /** Nothing is saved any more, such as of a draft that is being discarded. */
  stop() {
    clearTimeout(this.#timer);
    this.#ways.store(null);
  }

  #change(patch: Partial<Keeping>) {
    this.#now = { ...this.#now, ...patch };
    for (const listener of this.#listeners) listener();
  }

  #isDirty(): boolean {
    return !saySame(this.#now.fields, this.#now.known.fields);
  }

  #saveIn(waitMs: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#save(), waitMs);
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#running !== null) return await this.#running;
    const { theirs, state } = this.#now;
    if (theirs || state === 'newer' || !this.#isDirty()) return;
    this.#running = this.#once();
    await this.#running;
  }

  async #once() {
    const { fields, known } = this.#now;
    this.#change({ state: 'saving', problem: null });
    const answer = await this.#ways.save(fields, known.revision);
    this.#running = null;
    this.#settle(answer, fields);
    const told = this.#heard;
    this.#heard = null;
    if (told) this.meet(told);
  }

  #settle(answer: Answer, fields: DraftFields) {
    switch (answer.kind) {
      case 'kept':
        this.#change({ known: { revision: answer.revision, fields } });
        return this.#settled();
      case 'newer':
        this.#change({ state: 'newer' });
        return this.#ways.onNewer();
      case 'refused':
        return this.#change({ state: 'refused', problem: answer.message });
      case 'unheard':
        this.#change({ state: 'unheard' });
        return this.#saveIn(this.#ways.retryMs ?? usualRetryMs);
    }
  }

  /** After what is known changed: all is kept, or there is more to save. */
  #settled() {
    if (this.#isDirty()) {
      this.#change({ state: 'waiting' });
      this.#saveIn(this.#ways.pauseMs ?? usualPauseMs);
    } else {
      clearTimeout(this.#timer);
      this.#change({ state: 'kept' });
      this.#ways.store(null);
    }
  }
}
