import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Attribute } from '@/lib/domain/contact/attributes';
import { attributeLimits } from '@/lib/domain/contact/attributes';
import type { AttributeValue } from '@/lib/domain/contact/contact';

type Field = {
  attribute: Attribute;
  /** What the contact has now; null for nothing. */
  value: AttributeValue | null;
  /** What is typed and not saved. */
  typed: string | undefined;
  problem: string | undefined;
  onType: (text: string) => void;
};

/** The field of an attribute, by what it holds. Empty is not known. */
export function AttributeField({ attribute, value, typed, problem, onType }: Field) {
  const id = useId();
  const { name, type } = attribute;
  const shown = typed ?? (value === null ? '' : String(value));
  const described = {
    id,
    ...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {}),
    className:
      'h-9 w-full min-w-0 rounded-sm border border-line-strong bg-panel px-2.5 aria-invalid:border-breach',
  };
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-strong">
        <bdi>{name}</bdi>
      </label>
      {type === 'boolean' || type === 'choice' ? (
        <select {...described} value={shown} onChange={({ target }) => onType(target.value)}>
          <Options attribute={attribute} shown={shown} />
        </select>
      ) : (
        <input
          {...described}
          type={type === 'date' ? 'date' : 'text'}
          inputMode={type === 'number' ? 'decimal' : undefined}
          maxLength={attributeLimits.letters}
          autoComplete="off"
          value={shown}
          onChange={({ target }) => onType(target.value)}
        />
      )}
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-breach text-fact">
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** What can be chosen, and what once could be and still is. */
function Options({ attribute, shown }: { attribute: Attribute; shown: string }): ReactNode {
  const { type, choices } = attribute;
  const former = shown !== '' && type === 'choice' && !choices.includes(shown);
  return (
    <>
      <option value="">Not known</option>
      {type === 'boolean' ? (
        <>
          <option value="true">Yes</option>
          <option value="false">No</option>
        </>
      ) : null}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
      {former ? <option value={shown}>{shown} (no longer a choice)</option> : null}
    </>
  );
}
