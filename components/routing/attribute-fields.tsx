'use client';

import type { AttributeTest } from '@/lib/domain/rules/attribute';
import { waysOf } from '@/lib/domain/rules/attribute';
import type { RuleAttribute } from '@/lib/domain/rules/names';
import { Choose, TextBox } from './boxes';
import type { ConditionDraft } from './draft';
import type { Known } from './known';

type AttributeDraft = Extract<ConditionDraft, { kind: 'attribute' }>;

const ways: Record<AttributeTest['how'], string> = {
  is: 'is one of',
  is_not: 'is none of',
  at_least: 'is at least',
  at_most: 'is at most',
  known: 'is known',
  unknown: 'is not known',
};

/** What is asked of an attribute of the contact, by its type. */
export function AttributeFields({
  condition,
  known,
  problem,
  onChange,
}: {
  condition: AttributeDraft;
  known: Known;
  problem: string | undefined;
  onChange: (condition: ConditionDraft) => void;
}) {
  const attributes = known.things.attributes;
  const type = typeOf(attributes, condition.of);
  const allowed = waysOf(type);
  const asksValue = condition.how !== 'known' && condition.how !== 'unknown';
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Choose
          label="Attribute"
          value={condition.of}
          choices={Object.fromEntries(
            [...new Set([...attributes.map(({ id }) => id), condition.of])].map((id) => [
              id,
              known.names.attributes[id] ?? id,
            ]),
          )}
          onChange={(of) => {
            const how = waysOf(typeOf(attributes, of)).includes(condition.how)
              ? condition.how
              : 'known';
            onChange({ ...condition, of, how, value: '' });
          }}
        />
        <Choose
          label="Attribute: how"
          value={condition.how}
          choices={Object.fromEntries(allowed.map((how) => [how, ways[how]])) as typeof ways}
          onChange={(how) => onChange({ ...condition, how })}
        />
        {asksValue ? (
          <Value condition={condition} type={type} problem={problem} onChange={onChange} />
        ) : null}
      </div>
      {problem ? <p className="mt-1 text-breach text-fact">{problem}</p> : null}
      {asksValue && allowed.includes('is') && !condition.how.startsWith('at') ? (
        <p className="mt-1 text-fact text-ink-3">Several are apart by commas; one is enough.</p>
      ) : null}
    </>
  );
}

function Value({
  condition,
  type,
  problem,
  onChange,
}: {
  condition: AttributeDraft;
  type: RuleAttribute['type'];
  problem: string | undefined;
  onChange: (condition: ConditionDraft) => void;
}) {
  if (type === 'boolean') {
    return (
      <Choose
        label="Attribute: value"
        value={condition.value === 'true' || condition.value === 'false' ? condition.value : ''}
        choices={{ '': 'Choose', true: 'yes', false: 'no' }}
        onChange={(value) => onChange({ ...condition, value })}
      />
    );
  }
  const isDay = type === 'date' && condition.how.startsWith('at');
  return (
    <TextBox
      label="Attribute: value"
      type={isDay ? 'date' : 'text'}
      value={condition.value}
      isWrong={problem !== undefined}
      className="min-w-28 flex-1"
      onChange={(value) => onChange({ ...condition, value })}
    />
  );
}

function typeOf(attributes: readonly RuleAttribute[], id: string): RuleAttribute['type'] {
  return attributes.find((attribute) => attribute.id === id)?.type ?? 'text';
}
