import 'server-only';
import { headers } from 'next/headers';
import { z } from 'zod';
import { currentActor } from './auth/actor';
import { requireSameOrigin } from './auth/same-origin';
import type { Command } from './commands/command';
import type { RefusalView } from './domain/refusal';
import { Refusal } from './domain/refusal';
import { log } from './log';

export type ActionResult<T> = { ok: true; value: T } | { ok: false; refusal: RefusalView };

/**
 * Turns a command into a server action. A refusal becomes a value, because Next hides thrown messages
 * in production; anything else is a bug and is told as one, without its insides.
 */
export function action<T>(command: Command<T>) {
  return async (input: unknown): Promise<ActionResult<T>> => {
    try {
      requireSameOrigin(await headers());
      return { ok: true, value: await command(await currentActor(), input) };
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  };
}

/** What to tell a person about anything that was thrown. */
export function refusalOf(error: unknown): RefusalView {
  if (error instanceof Refusal) {
    return {
      code: error.code,
      message: error.message,
      ...(error.details ? { details: error.details } : {}),
    };
  }
  if (error instanceof z.ZodError) {
    return {
      code: 'invalid',
      message: error.issues.map(({ message }) => message).join(' '),
      details: { fields: fieldsOf(error) },
    };
  }
  log.error({ err: error }, 'a command failed');
  return {
    code: 'unavailable',
    message: 'Porchlight could not do this just now. Nothing was lost; try again in a moment.',
  };
}

/** What is wrong with each field of a form, by its name. */
function fieldsOf({ issues }: z.ZodError): Record<string, string> {
  return Object.fromEntries(issues.map(({ path, message }) => [path.join('.'), message]));
}
