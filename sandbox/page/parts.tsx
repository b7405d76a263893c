import type { ReactNode } from 'react';
import { useId } from 'react';
import type { Person } from './network-types';

function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const [first = '?'] = [...(words[0] ?? '?')];
  const [last = ''] = words.length > 1 ? [...(words.at(-1) ?? '')] : [''];
  return `${first}${last}`.toUpperCase();
}

export function Face({ person, small }: { person: Person; small?: boolean }) {
  const hue = Number(BigInt(person.id) % 36n) * 10;
  return (
    <span
      className={small ? 'face s' : 'face'}
      style={{ '--h': hue } as React.CSSProperties}
      aria-hidden="true"
    >
      {initials(person.name)}
    </span>
  );
}

/** Short time with the exact one on hover. */
export function Ago({ at }: { at: string }) {
  const exact = new Date(at);
  return (
    <time className="faint small num" dateTime={at} title={exact.toLocaleString()}>
      {shortTime(exact)}
    </time>
  );
}

function shortTime(at: Date): string {
  const minutes = Math.round((Date.now() - at.getTime()) / 60_000);
  if (minutes < 1) return 'now';
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.round(minutes / 60)} h`;
  return at.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
}

type ChoiceProps<T extends string> = {
  label: string;
  value: T;
  options: readonly (readonly [T, string])[];
  onChoose: (value: T) => void;
};

export function Choice<T extends string>({ label, value, options, onChoose }: ChoiceProps<T>) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find(([each]) => each === event.target.value);
          if (chosen) onChoose(chosen[0]);
        }}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Tick({
  label,
  on,
  onTurn,
}: {
  label: string;
  on: boolean;
  onTurn: (on: boolean) => void;
}) {
  return (
    <label className="tick">
      <input type="checkbox" checked={on} onChange={(event) => onTurn(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** A refusal or a fact, told once and politely. */
export function Said({ children }: { children: ReactNode }) {
  return (
    <p className="refused" role="status">
      {children}
    </p>
  );
}
