import type { z } from 'zod';
import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { json } from '../http/answer';
import type { Asked } from '../http/request';
import { jsonOf } from '../http/request';

export type Operation = {
  sandbox: Sandbox;
  asked: Asked;
  params: Record<string, string>;
  query: URLSearchParams;
};

export type Operate = (operation: Operation) => Answer | Promise<Answer>;

/** Thrown to answer with a status and one sentence. */
export class ControlError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function inputOf<T extends z.ZodType>(operation: Operation, schema: T): z.infer<T> {
  const parsed = schema.safeParse(jsonOf(operation.asked) ?? {});
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ControlError(
    400,
    `${issue?.path.join('.') || 'body'}: ${issue?.message ?? 'is wrong'}`,
  );
}

export function personFor({ sandbox }: Operation, id: string) {
  const person = sandbox.world.people.get(id);
  if (!person) throw new ControlError(404, `There is no person ${id}.`);
  return person;
}

export const done = (body: unknown = { ok: true }) => json(200, body);
export const made = (body: unknown) => json(201, body);
