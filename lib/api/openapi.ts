import { z } from 'zod';
import { eventBudget, outsideLimits } from '../domain/contact/outside-event';
import { eventSchema } from './event-input';
import type { Problem } from './problem';
import { problems } from './problems';

/** What other systems may ask of Porchlight, as OpenAPI 3.1. The event is described by what checks it. */
export function openApi(appUrl: string) {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Porchlight',
      version: '1',
      summary: 'Tell Porchlight what your customers did elsewhere.',
      description:
        'What other systems tell stands in the journey of the contact and beside the conversation, in order and with its source.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: new URL('/api/v1', appUrl).href }],
    security: [{ key: [] }],
    paths: { '/contacts/{identity}/events': { parameters: [identity], post: tellEvents() } },
    components: {
      securitySchemes: {
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of the workspace: plk_ and 43 characters. Its name is the source.',
        },
      },
      schemas: { Event: eventShape(), Recorded: recorded, Problem: problem },
      headers: budget,
    },
  };
}

const identity = {
  name: 'identity',
  in: 'path',
  required: true,
  description:
    'Whom it is about: the id or handle on X, or the id that Porchlight gave them. They must have written to the brand before.',
  schema: { type: 'string' },
  examples: {
    externalId: { summary: 'By the id on X, which never changes', value: 'x:2244994945' },
    handle: { summary: 'By the handle as it is now', value: 'x:@ana' },
    contact: {
      summary: 'By the id in Porchlight',
      value: '0198c8a1-7f00-7000-8000-000000000000',
    },
  },
};

const example = {
  kind: 'order',
  id: 'order-1042',
  at: '2026-11-01T14:03:00+01:00',
  title: 'Order 1042, paid',
  url: 'https://shop.example/orders/1042',
  data: { total: '24.50 EUR', items: 3, first_order: true },
};

function tellEvents() {
  return {
    operationId: 'tellEvents',
    summary: 'Tell what a contact did',
    description: `One event, or a list of at most ${outsideLimits.eventsAtOnce}: all of them are recorded, or none. Sending the same again changes nothing and answers the same. At most ${outsideLimits.bodyBytes / 1024} KiB.`,
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            oneOf: [
              { $ref: '#/components/schemas/Event' },
              {
                type: 'array',
                items: { $ref: '#/components/schemas/Event' },
                minItems: 1,
                maxItems: outsideLimits.eventsAtOnce,
              },
            ],
          },
          examples: { order: { value: example } },
        },
      },
    },
    responses: {
      '200': recordedAs('All of it was known already.'),
      '201': recordedAs('Recorded.'),
      ...refusals(),
    },
  };
}

function recordedAs(description: string) {
  return {
    description,
    headers: budgetHeaders(),
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Recorded' } } },
  };
}

/** Every status that is a "no", with the codes that it may carry. */
function refusals() {
  const all: readonly Problem[] = Object.values(problems);
  const statuses = [...new Set(all.map(({ status }) => status))];
  return Object.fromEntries(
    statuses.map((status) => [
      String(status),
      {
        description: all
          .filter((one) => one.status === status)
          .map(({ code, title }) => `${title} (${code}).`)
          .join(' '),
        ...(status === 429 || status === 503 ? { headers: { 'Retry-After': seconds } } : {}),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}

const seconds = {
  description: 'Seconds until it may be tried again.',
  schema: { type: 'integer', minimum: 1 },
};

const budget = {
  'RateLimit-Policy': {
    description: 'How many events (q) this key may tell in how many seconds (w).',
    schema: { type: 'string' },
    example: `"events";q=${eventBudget.most};w=${eventBudget.most / eventBudget.perSecond}`,
  },
  RateLimit: {
    description: 'How many are left (r), and in how many seconds there is one more (t).',
    schema: { type: 'string' },
    example: '"events";r=599;t=1',
  },
};

function budgetHeaders() {
  return Object.fromEntries(
    Object.keys(budget).map((name) => [name, { $ref: `#/components/headers/${name}` }]),
  );
}

function eventShape() {
  const { $schema: _, ...schema } = z.toJSONSchema(eventSchema, { io: 'input' });
  return schema;
}

const recorded = {
  type: 'object',
  required: ['contactId', 'events'],
  properties: {
    contactId: { type: 'string', format: 'uuid', description: 'The contact in Porchlight.' },
    events: {
      type: 'array',
      description: 'In the order in which they were sent.',
      items: {
        type: 'object',
        required: ['id', 'eventId'],
        properties: {
          id: { type: 'string', description: 'Your id of it.' },
          eventId: { type: 'string', format: 'uuid', description: 'Its id in Porchlight.' },
        },
      },
    },
  },
};

const problem = {
  type: 'object',
  description: 'A refusal as RFC 9457 tells it.',
  required: ['type', 'status', 'code', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.values(problems).map(({ code }) => code) },
    title: { type: 'string' },
    detail: { type: 'string', description: 'What to do.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['at', 'detail'],
        properties: {
          at: { type: 'string', description: 'A JSON pointer into what was sent.' },
          detail: { type: 'string' },
        },
      },
    },
  },
};
