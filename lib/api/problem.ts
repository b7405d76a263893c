import 'server-only';
import { env } from '../env';
import { dataHeaders } from '../http/security-headers';

/** What is wrong at one place of what was sent; `at` is a JSON pointer into it. */
export type Fault = { at: string; detail: string };

/** A "no" as RFC 9457 tells it: `detail` says what to do. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail: string;
  errors?: readonly Fault[];
};

/** Answers a system that shows a key. No cookie is set, and no page of another site may read it. */
export function answerWith(
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Response {
  return Response.json(body, { status, headers: { ...ours(), ...headers } });
}

export function problemAnswer(problem: Problem, headers: Record<string, string> = {}): Response {
  const type = { 'content-type': 'application/problem+json' };
  return answerWith(problem.status, { type: 'about:blank', ...problem }, { ...type, ...headers });
}

function ours(): Record<string, string> {
  return dataHeaders({ isSecure: env().APP_URL.startsWith('https:') });
}
