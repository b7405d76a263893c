import type { Given, Skip } from '@/lib/domain/routing/assignment';

/** How a conversation came to its owner, or why nobody is given it. */
export type AssignmentView =
  /** A colleague gave it, or its owner took it: then `byId` is theirs. Null when a rule did. */
  | { kind: 'person'; byId: string | null; at: string }
  | {
      kind: 'router';
      /** To whom. */
      memberId: string;
      at: string;
      given: Given;
      /** The owner's load with it, and their capacity then. */
      load: number;
      capacity: number;
      skipped: readonly Skip[];
    }
  /** Nobody has it: who would be given it at this moment, and why not the others. */
  | { kind: 'waits'; memberId: string | null; given: Given; skipped: readonly Skip[] }
  /** Nobody has it and nobody gives it out, or it cannot be said any more. */
  | { kind: 'none' };
