import type { Actor } from '@/lib/domain/access/can';

/** The parameters of a statement while it is put together: each value becomes the next `$n`. */
export class Values {
  readonly list: unknown[] = [];
  readonly workspaceId: string;
  readonly memberId: string;
  readonly #known = new Map<string, string>();

  constructor({ workspaceId, memberId }: Pick<Actor, 'workspaceId' | 'memberId'>) {
    this.workspaceId = workspaceId;
    this.memberId = memberId;
  }

  /** The workspace of the asker: every condition on every table begins with it. */
  get workspace(): string {
    return this.#once('workspace', this.workspaceId);
  }

  /** The member who asks. */
  get asker(): string {
    return this.#once('asker', this.memberId);
  }

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }

  #once(name: string, value: unknown): string {
    const known = this.#known.get(name) ?? this.add(value);
    this.#known.set(name, known);
    return known;
  }
}
