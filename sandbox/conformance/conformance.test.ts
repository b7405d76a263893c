import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { conformance } from './run';

const directory = mkdtempSync(path.join(tmpdir(), 'conformance-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const json = (name: string) => ({
  content: { 'application/json': { schema: { $ref: `#/components/schemas/${name}` } } },
});
const named = (required: string[]) => ({
  type: 'object',
  required: ['data'],
  properties: { data: { type: 'object', required, properties: { id: { type: 'string' } } } },
});

const document = {
  openapi: '3.0.0',
  info: { version: 'a small one for this test' },
  paths: {
    '/2/users/me': {
      get: {
        security: [{ UserToken: [] }, { OAuth2UserToken: [] }],
        responses: { 200: json('Me') },
      },
    },
    '/2/users/{id}/moods': {
      get: { security: [{ BearerToken: [] }], responses: { 200: json('Me') } },
    },
  },
  components: {
    schemas: {
      Me: named(['id', 'mood']),
      Problem: { type: 'object', required: ['title', 'detail', 'type'] },
      Error: { type: 'object', required: ['code', 'message'] },
    },
  },
};

describe('the comparison with a document', { timeout: 60_000 }, () => {
  it('complains of a missing property and of an endpoint that nobody asks for, and of nothing else', async () => {
    const file = path.join(directory, 'small.json');
    writeFileSync(file, JSON.stringify(document));
    const { checked, failures } = await conformance(file);
    expect(checked).toBeGreaterThan(4);
    expect(failures.filter((failure) => failure.includes('nobody asks for it'))).toHaveLength(1);
    expect(
      failures.filter((failure) => failure.includes("must have required property 'mood'")),
    ).toHaveLength(failures.length - 1);
    expect(failures.length).toBeGreaterThan(2);

    document.components.schemas.Me = named(['id']);
    writeFileSync(file, JSON.stringify(document));
    expect((await conformance(file)).failures).toHaveLength(1);
  });
});
