import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowances } from './reply';
import { bodyProblems, hasRawBraces, parseTemplate, rawNames, render } from './template';
import { knownVariables, variableNames } from './variables';

const known = knownVariables(['tier']);
const limit = 200;

function problemsOf(body: string, allowance: (typeof allowances)[number] = 'free') {
  return bodyProblems(body, { known, allowance, limit }).map(({ message }) => message);
}

function filled(body: string, values: Record<string, string>) {
  return render(parseTemplate(body, known), 'locked', values);
}

describe('what is filled in', () => {
  test.each<[string, string, Record<string, string>, string]>([
    ['a value', 'Hi {{contact.first_name}}!', { 'contact.first_name': 'Ana' }, 'Hi Ana!'],
    ['a fallback', 'Hi {{contact.first_name|there}}!', {}, 'Hi there!'],
    [
      'the value before the fallback',
      '{{ contact.handle | you }}',
      { 'contact.handle': '@ana' },
      '@ana',
    ],
    ['an attribute', 'As {{attribute.tier}}', { 'attribute.tier': 'gold' }, 'As gold'],
    ['a fallback with a bar', '{{contact.handle|a|b}}', {}, 'a|b'],
  ])('%s', (_, body, values, text) => {
    expect(filled(body, values)).toMatchObject({ text, missing: [] });
  });

  test('what has no value and no fallback is named, and stands there free to be replaced', () => {
    const rendered = filled('[[Hi {{contact.first_name}}.]]', {});
    expect(rendered.missing).toEqual(['contact.first_name']);
    expect(rendered.segments).toEqual([
      { text: 'Hi ', locked: true },
      { text: '{{contact.first_name}}', locked: false },
      { text: '.', locked: true },
    ]);
    expect(hasRawBraces(rendered.text)).toBe(true);
    expect(rawNames(rendered.text)).toEqual(['contact.first_name']);
  });

  test('how much is locked is the allowance of the version', () => {
    const template = parseTemplate('Hi. [[We refund you.]] Bye.', known);
    const locked = (allowance: (typeof allowances)[number]) =>
      render(template, allowance, {}).segments.map((segment) => segment.locked);
    expect(locked('locked')).toEqual([false, true, false]);
    expect(locked('exact')).toEqual([true]);
    expect(locked('free')).toEqual([false]);
  });
});

describe('what keeps a body from being submitted', () => {
  test.each<[string, string, (typeof allowances)[number], RegExp]>([
    ['no words', ' \n ', 'free', /Write the words/],
    [
      'an unknown name',
      'Hi {{contact.frist_name}}',
      'free',
      /Nothing is called contact.frist_name/,
    ],
    ['no name', 'Hi {{ }}', 'free', /Name what is filled in/],
    ['braces that do not end', 'Hi {{contact.handle', 'free', /does not end/],
    ['braces that close nothing', 'Hi }}', 'free', /close nothing/],
    ['braces inside braces', '{{{contact.handle}}}', 'free', /does not end/],
    ['a locked part that does not end', '[[We refund', 'locked', /does not end/],
    ['a locked part inside another', '[[We [[refund]] you]]', 'locked', /inside another/],
    ['brackets that close nothing', 'We refund]]', 'locked', /close nothing/],
    ['nothing locked where something should be', 'We refund', 'locked', /Nothing is locked/],
    [
      'something locked where nothing can be',
      '[[We refund]]',
      'free',
      /nothing in it can be locked/,
    ],
    ['braces that meet across a locked part', '{[[{ we refund]]', 'locked', /next to each other/],
    ['too many characters', 'a'.repeat(limit + 1), 'free', /201 characters; 200 fit/],
  ])('%s', (_, body, allowance, message) => {
    expect(problemsOf(body, allowance)).toContainEqual(expect.stringMatching(message));
  });

  test('a body that is right has none', () => {
    expect(problemsOf('Hi {{contact.first_name|there}}, [[we refund you.]]', 'locked')).toEqual([]);
    expect(problemsOf('We refund you.', 'exact')).toEqual([]);
    expect(problemsOf('a'.repeat(limit))).toEqual([]);
  });

  test('where it is wrong is said by the place in the body', () => {
    const body = 'Hi {{nobody}} and more';
    const [problem] = bodyProblems(body, { known, allowance: 'free', limit });
    expect(body.slice(problem?.from, problem?.to)).toBe('{{nobody}}');
  });
});

/** Signs and names in any order, so that most bodies are wrong and some are right. */
const anyBody = fc
  .array(
    fc.constantFrom(
      ...['{{', '}}', '[[', ']]', '{', '}', '[', ']', '|', '\n', ' ', 'refund', '🍦'],
      ...variableNames.map((name) => `{{${name}|there}}`),
      ...variableNames.map((name) => `{{${name}}}`),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

test('reading a body never throws, and its words are those of the body in their order', () => {
  fc.assert(
    fc.property(fc.oneof(anyBody, fc.string()), (body) => {
      const { parts, problems } = parseTemplate(body, known);
      let from = 0;
      for (const part of parts) {
        if (part.kind !== 'words') continue;
        from = body.indexOf(part.text, from);
        expect(from).toBeGreaterThanOrEqual(0);
        from += part.text.length;
      }
      for (const problem of problems) {
        expect(problem.from).toBeGreaterThanOrEqual(0);
        expect(problem.from).toBeLessThan(problem.to);
      }
    }),
  );
});

test('a body that may be submitted leaves no raw braces where nothing is missing', () => {
  const values = Object.fromEntries(variableNames.map((name) => [name, 'Ana']));
  fc.assert(
    fc.property(anyBody, fc.constantFrom(...allowances), (body, allowance) => {
      fc.pre(bodyProblems(body, { known, allowance, limit: 10_000 }).length === 0);
      for (const given of [values, {}]) {
        const { text, missing, segments } = render(parseTemplate(body, known), allowance, given);
        expect(hasRawBraces(text)).toBe(missing.length > 0);
        expect(segments.map((segment) => segment.text).join('')).toBe(text);
      }
    }),
    { numRuns: 500 },
  );
});
