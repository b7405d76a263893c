import 'server-only';
import type { z } from 'zod';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import type { Actor, Permission } from '@/lib/domain/access/can';
import { can, holdersOf } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { Denial } from '@/lib/domain/permissions/denial';
import { Refusal } from '@/lib/domain/refusal';
import type { Lane } from '@/lib/jobs/nudge';
import { writeDenial } from './permission/deny';
import { closeWithEvents } from './record';
import { retryingContention } from './retry';

/** What a verb gets: its transaction, who asks, and nothing else. `actor` is null for the worker. */
export type CommandContext<A extends Actor | null = Actor> = {
  tx: Tx;
  workspaceId: string;
  actor: A;
};

/** What a verb came to: a value and the facts to record. Empty facts say that nothing changed. */
export type Outcome<T> = {
  value: T;
  events: readonly EventDraft[];
  nudges?: readonly Lane[];
};

type Definition<Input extends z.ZodType, T> = {
  permission: Permission;
  input: Input;
  run: (context: CommandContext, input: z.output<Input>) => Promise<Outcome<T>>;
};

/** A verb that a signed-in person may ask for. Throws `Refusal`, or a `ZodError` for malformed input. */
export type Command<T> = {
  (actor: Actor, input: unknown): Promise<T>;
  permission: Permission;
};

/**
 * The one door for writes: parse, ask for the permission, then one transaction for this workspace in
 * which the verb loads, decides and writes, and whose last statement records what happened.
 */
export function command<Input extends z.ZodType, T>(definition: Definition<Input, T>): Command<T> {
  async function run(actor: Actor, input: unknown): Promise<T> {
    const { permission } = definition;
    if (!can(actor, permission)) {
      throw new Refusal('forbidden', `Only ${listOf(holdersOf(permission))} can do this.`);
    }
    const parsed = definition.input.parse(input);
    try {
      return await inWorkspace(actor.workspaceId, actor, (context) =>
        definition.run(context, parsed),
      );
    } catch (error) {
      if (error instanceof Denial) await keep(error, actor);
      throw error;
    }
  }
  return Object.assign(run, { permission: definition.permission });
}

/** What was refused left nothing behind; that it was refused is written down by itself. */
async function keep({ record }: Denial, { workspaceId, memberId }: Actor): Promise<void> {
  await withWorkspace(workspaceId, (tx) =>
    writeDenial(tx, workspaceId, { ...record, memberId, denied: 'writing' }),
  );
}

/** The same frame for the worker, which acts for nobody: one transaction, its facts recorded last. */
export function asSystem<T>(
  workspaceId: string,
  run: (context: CommandContext<null>) => Promise<Outcome<T>>,
): Promise<T> {
  return inWorkspace(workspaceId, null, run);
}

/** The same for a worker that goes on with what a member decided; `run` makes sure that they still may. */
export function asMember<T>(
  actor: Actor,
  run: (context: CommandContext) => Promise<Outcome<T>>,
): Promise<T> {
  return inWorkspace(actor.workspaceId, actor, run);
}

function inWorkspace<T, A extends Actor | null>(
  workspaceId: string,
  actor: A,
  run: (context: CommandContext<A>) => Promise<Outcome<T>>,
): Promise<T> {
  return retryingContention(() =>
    withWorkspace(workspaceId, async (tx) => {
      const { value, events, nudges } = await run({ tx, workspaceId, actor });
      await closeWithEvents(tx, {
        workspaceId,
        actorMemberId: actor?.memberId ?? null,
        events,
        nudges: nudges ?? [],
      });
      return value;
    }),
  );
}

function listOf(names: readonly string[]): string {
  const plural = names.map((name) => `${name}s`);
  return plural.length < 2
    ? plural.join('')
    : `${plural.slice(0, -1).join(', ')} and ${plural.at(-1)}`;
}
