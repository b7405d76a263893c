import { z } from 'zod';
import { contactKinds } from '@/lib/domain/contact/contact';
import { priorities } from '@/lib/domain/conversation/conversation';
import {
  cameBy,
  flagKinds,
  mostListed,
  mostRuleConditions,
  mostWordCharacters,
  places,
  visits,
} from '@/lib/domain/rules/rule';
import { wordsIn } from '@/lib/domain/rules/words';
import { intents, urgencies } from '@/lib/domain/triage/intent';
import { shortName } from '../short-name';

const atMost = `At most ${mostListed}.`;
const chooseOne = 'Choose at least one, or take the condition away.';

function oneOf<K extends string, V extends z.ZodType>(kind: K, value: V) {
  return z.strictObject({
    kind: z.literal(kind),
    not: z.boolean(),
    oneOf: z.array(value).min(1, chooseOne).max(mostListed, atMost),
  });
}

const number = z.number('Enter a number.');
const count = z.int('Enter a whole number.').min(0, 'Not less than 0.').max(2_147_483_647);
const text = z.string().trim().min(1, 'Enter what it is compared with.').max(200);

const test = z.discriminatedUnion('how', [
  z.strictObject({ how: z.enum(['known', 'unknown']) }),
  z.strictObject({
    how: z.enum(['is', 'is_not']),
    oneOf: z
      .array(z.union([text, number, z.boolean()]))
      .min(1, chooseOne)
      .max(mostListed, atMost),
  }),
  z.strictObject({ how: z.enum(['at_least', 'at_most']), than: z.union([number, text]) }),
]);

const condition = z.discriminatedUnion('kind', [
  oneOf('channel', z.uuid()),
  oneOf('place', z.enum(places)),
  oneOf('came', z.enum(cameBy)),
  oneOf('visit', z.enum(visits)),
  oneOf('intent', z.enum(intents)),
  oneOf('urgency', z.enum(urgencies)),
  oneOf('language', z.string().regex(/^[a-z]{2,3}$/, 'This is no language.')),
  oneOf('contactKind', z.enum(contactKinds)),
  oneOf('contactLabel', z.uuid()),
  oneOf('label', z.uuid()),
  z.strictObject({ kind: z.enum(flagKinds), is: z.boolean() }),
  z.strictObject({
    kind: z.literal('words'),
    not: z.boolean(),
    all: z.boolean(),
    words: z
      .string()
      .max(mostWordCharacters, `At most ${mostWordCharacters} characters.`)
      .refine((words) => wordsIn(words).length > 0, 'Enter at least one word.'),
  }),
  z
    .strictObject({
      kind: z.literal('followers'),
      atLeast: count.exactOptional(),
      atMost: count.exactOptional(),
    })
    .refine(
      (range) => range.atLeast !== undefined || range.atMost !== undefined,
      'Enter at least one number.',
    )
    .refine(
      ({ atLeast = 0, atMost: most = Number.POSITIVE_INFINITY }) => atLeast <= most,
      'The second number is less than the first.',
    ),
  z.strictObject({ kind: z.literal('attribute'), key: z.string().min(1).max(60), test }),
  z.strictObject({ kind: z.literal('hours'), calendarId: z.uuid(), inside: z.boolean() }),
]);

const some = z.array(z.uuid()).min(1, 'Choose at least one.').max(mostListed, atMost);

const effects = z
  .strictObject({
    teamId: z.uuid().exactOptional(),
    priority: z.strictObject({ to: z.enum(priorities), atLeast: z.boolean() }).exactOptional(),
    addLabelIds: some.exactOptional(),
    removeLabelIds: some.exactOptional(),
    requiredSkillIds: some.exactOptional(),
    preferredSkillIds: some.exactOptional(),
    policyId: z.uuid().exactOptional(),
    ownerId: z.uuid().exactOptional(),
  })
  .refine((said) => Object.keys(said).length > 0, 'Say what it does.')
  .refine(
    ({ addLabelIds = [], removeLabelIds = [] }) =>
      !addLabelIds.some((id) => removeLabelIds.includes(id)),
    'A label cannot be put on and taken off.',
  );

/** What a rule says, as a form sends it. */
export const ruleInput = z.strictObject({
  name: shortName('Enter a name for this rule.'),
  enabled: z.boolean(),
  conditions: z
    .array(condition)
    .max(mostRuleConditions, `At most ${mostRuleConditions} conditions.`),
  effects,
});

export type RuleInput = z.output<typeof ruleInput>;
