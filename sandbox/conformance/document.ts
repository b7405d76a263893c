import { readFileSync } from 'node:fs';
import type { ValidateFunction } from 'ajv';
import { Ajv } from 'ajv';
import type { Scheme } from './fixture';

type Media = { schema: { $ref?: string } };
type Operation = {
  security?: Partial<Record<Scheme, string[]>>[];
  responses: Record<string, { content?: Record<string, Media> }>;
};
type OpenApi = { paths: Record<string, Record<string, Operation>>; info: { version: string } };

export type Endpoint = { name: string; schemes: Scheme[]; operation: Operation };

/** What is wrong with an answer; nothing when it is as the document says. */
export type Complaints = string[];

const PROBLEM = '#/components/schemas/Problem';
const ERROR = '#/components/schemas/Error';

/** Problems that the network gives though the document does not list them. Their shape is checked all the same. */
const undocumented = {
  type: 'object',
  required: ['title', 'detail', 'type', 'status'],
  properties: {
    type: { enum: ['about:blank', 'https://api.x.com/2/problems/unsupported-authentication'] },
  },
};

/** An OpenAPI document as something to hold answers against. */
export function openDocument(file: string) {
  const document = JSON.parse(readFileSync(file, 'utf8')) as OpenApi;
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const format of ['int32', 'int64', 'double', 'binary', 'byte', 'uri'])
    ajv.addFormat(format, true);
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  ajv.addSchema(document as object, 'document');
  const compiled = new Map<string, ValidateFunction>();

  function violations(reference: string, body: unknown): Complaints {
    const validate = compiled.get(reference) ?? ajv.compile({ $ref: `document${reference}` });
    compiled.set(reference, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || 'body'} ${message}`,
    );
  }

  function problems(body: unknown): Complaints {
    const listed = violations(PROBLEM, body);
    return listed.length > 0 && !ajv.validate(undocumented, body) ? listed : [];
  }

  return {
    version: document.info.version,
    endpoints: Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): Endpoint => {
        const schemes = (operation.security ?? []).flatMap((each) => Object.keys(each) as Scheme[]);
        return { name: `${method.toUpperCase()} ${path}`, schemes, operation };
      }),
    ),
    /** Holds an answer against the schema of its status and content type. */
    async complaintsAbout(
      { operation }: Endpoint,
      answer: Response,
      wanted: 'success' | 'refusal',
    ): Promise<Complaints> {
      const body: unknown = await answer.json();
      const type = (answer.headers.get('content-type') ?? '').split(';')[0] ?? '';
      const documented = operation.responses[String(answer.status)];
      if (wanted === 'refusal') {
        if (answer.status < 400) return [`answered ${answer.status} where a refusal was expected`];
        return type === 'application/problem+json' ? problems(body) : numberedErrors(body);
      }
      const reference = documented?.content?.[type]?.schema.$ref;
      if (!reference)
        return [`answered ${answer.status} ${type}: ${JSON.stringify(body).slice(0, 300)}`];
      return violations(reference, body);
    },
  };

  /** The document says that an error is the body; the network puts a list of them under `errors`. */
  function numberedErrors(body: unknown): Complaints {
    const { errors } = body as { errors?: unknown[] };
    if (!Array.isArray(errors) || errors.length === 0) return ['has no errors'];
    return errors.flatMap((error) => violations(ERROR, error));
  }
}
