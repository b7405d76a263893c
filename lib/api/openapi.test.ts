import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { readEvents } from './event-input';
import { openApi } from './openapi';
import { problems } from './problems';

const described = openApi('https://porchlight.example');

test('the description is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(described));
  expect(errors ?? []).toEqual([]);
  expect(valid).toBe(true);
  expect(validator.version).toBe('3.1');
});

test('a description with a mistake in it is not', async () => {
  const broken = { ...structuredClone(described), paths: { '/x': { post: { responses: 4 } } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('it names every refusal that there is', () => {
  const { responses } = described.paths['/contacts/{identity}/events'].post;
  const told = JSON.stringify(responses);
  for (const { code, status } of Object.values(problems)) {
    expect(told).toContain(`(${code})`);
    expect(responses).toHaveProperty(String(status));
  }
});

test('what it shows as an example is read, and fits what it describes', () => {
  const { requestBody } = described.paths['/contacts/{identity}/events'].post;
  const { value } = requestBody.content['application/json'].examples.order;
  expect(readEvents(value, Date.parse('2026-11-29T00:00:00Z'))).toHaveProperty('events');
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const fits = ajv.compile(described.components.schemas.Event);
  expect(fits(value)).toBe(true);
  expect(fits({ ...value, titel: 'x' })).toBe(false);
  expect(fits({ ...value, kind: 'visit' })).toBe(false);
  expect(fits({ ...value, title: 'two\nlines' })).toBe(false);
});
