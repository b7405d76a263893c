import { z } from 'zod';

const words = z.string().optional().catch(undefined);
const problem = z.object({
  title: words,
  detail: words,
  type: words,
  code: z.coerce.number().int().optional().catch(undefined),
  message: words,
  reason: words,
  error: words,
  error_description: words,
});

/** What an answer complains about: numbers of v1, types and sentences of v2 and of OAuth, in one form. */
export type Complaint = { codes: number[]; types: string[]; details: string[] };

const LONGEST_DETAIL = 300;

/** Reads every form in which X complains: a problem, a list of v1 errors, problems beside data. */
export function complaintIn(json: unknown): Complaint {
  const top = problem.safeParse(json).data;
  const listed = z.object({ errors: z.array(problem.catch({})) }).safeParse(json).data?.errors;
  const all = [...(top ? [top] : []), ...(listed ?? [])];
  return {
    codes: all.flatMap(({ code }) => code ?? []),
    // The host of a type drifts; its last segment does not.
    types: all.flatMap(({ type, title, reason, error }) =>
      [lastSegment(type), title, reason, error].flatMap(present),
    ),
    details: all.flatMap(({ detail, message, error_description }) =>
      [detail, message, error_description].flatMap(present),
    ),
  };
}

/** One line for a person who looks into a failure. */
export function summaryOf({ codes, types, details }: Complaint, status: number): string {
  const what = [...details, ...types].find((text) => text !== 'about:blank') ?? 'no explanation';
  const code = codes[0] === undefined ? '' : ` (code ${codes[0]})`;
  return `${status}: ${what}${code}`.slice(0, LONGEST_DETAIL);
}

function lastSegment(type: string | undefined): string | undefined {
  return type?.split('/').findLast((segment) => segment !== '');
}

function present(text: string | undefined): string[] {
  return text ? [text] : [];
}
