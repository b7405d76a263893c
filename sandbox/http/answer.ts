/** What a handler wants to happen on the wire. */
export type Answer =
  | { status: number; body?: unknown; bytes?: Uint8Array; headers?: Record<string, string> }
  /** No answer: keep the caller waiting, cut the connection hard, or close it politely. */
  | { sever: 'hang' | 'reset' | 'close' };

const PROBLEMS = 'https://api.x.com/2/problems';

type Extra = Record<string, unknown>;

type Problem = { title: string; detail: string; type: string };

function problem(status: number, { title, detail, type }: Problem, extra: Extra = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/problem+json' },
    body: { ...extra, title, detail, type, status },
  };
}

export const invalidRequest = (message: string, parameters: Extra = {}): Answer =>
  problem(
    400,
    {
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: `${PROBLEMS}/invalid-request`,
    },
    { errors: [{ parameters, message }] },
  );

/** A thing that is not there, as one of the `errors` of a partly successful answer. */
export const notFoundError = (resourceType: string, parameter: string, value: string) => ({
  value,
  detail: `Could not find ${resourceType} with ${parameter}: [${value}].`,
  title: 'Not Found Error',
  resource_type: resourceType,
  parameter,
  resource_id: value,
  type: `${PROBLEMS}/resource-not-found`,
});

export const notFound = (resourceType: string, parameter: string, value: string): Answer => {
  const { title, detail, type, ...rest } = notFoundError(resourceType, parameter, value);
  return problem(404, { title, detail, type }, rest);
};

export const conflict = (title: string, detail: string): Answer =>
  problem(409, { title, detail, type: `${PROBLEMS}/invalid-request` });

export const reasoned = (reason: string, detail: string): Answer =>
  problem(400, { title: reason, detail, type: `${PROBLEMS}/invalid-request` }, { reason });

export const forbidden = (detail: string): Answer =>
  problem(403, { title: 'Forbidden', detail, type: 'about:blank' });

export const unsupportedAuthentication = (detail: string): Answer =>
  problem(403, {
    title: 'Unsupported Authentication',
    detail,
    type: `${PROBLEMS}/unsupported-authentication`,
  });

export const unauthorized = (): Answer =>
  problem(401, { title: 'Unauthorized', detail: 'Unauthorized', type: 'about:blank' });

export const tooManyRequests = (): Answer =>
  problem(429, { title: 'Too Many Requests', detail: 'Too Many Requests', type: 'about:blank' });

export const creditsDepleted = (): Answer =>
  problem(402, {
    title: 'Payment Required',
    detail: 'credits depleted',
    type: `${PROBLEMS}/credits-depleted`,
  });

export const unavailable = (status = 503): Answer =>
  problem(status, {
    title: 'Service Unavailable',
    detail: 'Service Unavailable',
    type: `${PROBLEMS}/internal-error`,
  });

/** A numbered error of v1, which the network still gives here and there. */
export const numbered = (status: number, code: number, message: string): Answer => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: { errors: [{ code, message }] },
});

export const json = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Answer => ({
  status,
  body,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
});

export const html = (
  status: number,
  text: string,
  headers: Record<string, string> = {},
): Answer => ({
  status,
  bytes: Buffer.from(text),
  headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
});
