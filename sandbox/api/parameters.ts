import type { z } from 'zod';
import { invalidRequest } from '../http/answer';
import { jsonOf, listOf } from '../http/request';
import type { Call } from './endpoint';
import { Refused } from './endpoint';

/** The JSON body in the expected shape, or a refusal that names what is wrong. */
export function bodyOf<T extends z.ZodType>(call: Call, schema: T): z.infer<T> {
  const parsed = schema.safeParse(jsonOf(call.asked));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const where = issue?.path.join('.') || 'body';
  throw new Refused(invalidRequest(`$.${where}: ${issue?.message ?? 'is wrong'}`, { [where]: [] }));
}

export function idOf(call: Call, name: string): string {
  const id = call.params[name] ?? '';
  if (!/^[0-9]{1,19}$/.test(id)) {
    throw new Refused(
      invalidRequest(`The \`${name}\` path parameter value [${id}] is not valid`, { [name]: [id] }),
    );
  }
  return id;
}

export function idsOf(call: Call, name: string): string[] {
  const ids = listOf(call.query, name);
  if (ids.length === 0 || ids.length > 100 || !ids.every((id) => /^[0-9]{1,19}$/.test(id))) {
    throw new Refused(
      invalidRequest(`The \`${name}\` query parameter must hold 1 to 100 ids`, { [name]: ids }),
    );
  }
  return ids;
}

/** Names asked for in the query, checked against those that exist. */
export function namesOf(call: Call, name: string, known: readonly string[]): Set<string> {
  const names = listOf(call.query, name);
  const unknown = names.find((each) => !known.includes(each));
  if (unknown !== undefined) {
    throw new Refused(
      invalidRequest(
        `The \`${name}\` query parameter value [${unknown}] is not one of [${known.join(',')}]`,
        {
          [name]: [unknown],
        },
      ),
    );
  }
  return new Set(names);
}

export function pageSizeOf(call: Call, most = 100): number {
  const given = call.query.get('max_results');
  if (given === null) return most;
  const size = Number(given);
  if (!Number.isInteger(size) || size < 1 || size > most) {
    throw new Refused(
      invalidRequest(
        `The \`max_results\` query parameter value [${given}] is not between 1 and ${most}`,
        {
          max_results: [given],
        },
      ),
    );
  }
  return size;
}

const TOKEN_PREFIX = 'page-before-';

/** A page token stands for the id before which the next page begins. */
export const pageTokenOf = (id: string) =>
  Buffer.from(`${TOKEN_PREFIX}${id}`).toString('base64url');

export function pageStartOf(call: Call): string | undefined {
  const token = call.query.get('pagination_token');
  if (token === null) return undefined;
  const id = Buffer.from(token, 'base64url').toString('utf8');
  if (!id.startsWith(TOKEN_PREFIX)) {
    throw new Refused(
      invalidRequest(`The \`pagination_token\` query parameter value [${token}] is not valid`, {
        pagination_token: [token],
      }),
    );
  }
  return id.slice(TOKEN_PREFIX.length);
}
