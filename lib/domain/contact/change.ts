import type { AttributeValue, AttributeValues, ContactKind } from './contact';

/** What the house says of a contact. */
export type Standing = {
  kind: ContactKind;
  vip: boolean;
  labelIds: readonly string[];
  attributes: AttributeValues;
};

/**
 * One thing about a contact that somebody changes. `from` is what they saw: whoever saw something else
 * than what is there by now is asked again. Null is nothing.
 */
export type ContactChange =
  | { field: 'kind'; from: ContactKind; to: ContactKind }
  | { field: 'vip'; to: boolean }
  | { field: 'label'; labelId: string; on: boolean }
  | { field: 'attribute'; key: string; from: AttributeValue | null; to: AttributeValue | null };

export const MOST_CONTACT_LABELS = 20;

/** The standing after a change; `same` when it was so already, `overtaken` when somebody changed just that meanwhile. */
export function changed(
  standing: Standing,
  change: ContactChange,
): Standing | 'same' | 'overtaken' {
  switch (change.field) {
    case 'kind':
      if (standing.kind === change.to) return 'same';
      return standing.kind === change.from ? { ...standing, kind: change.to } : 'overtaken';
    case 'vip':
      return standing.vip === change.to ? 'same' : { ...standing, vip: change.to };
    case 'label':
      return withLabel(standing, change);
    case 'attribute':
      return withAttribute(standing, change);
  }
}

/** What a change is about: the name of its field in forms and in what is recorded. */
export function fieldOf(change: ContactChange): string {
  if (change.field === 'attribute') return `attribute:${change.key}`;
  return change.field === 'label' ? `label:${change.labelId}` : change.field;
}

/** As much of a value as is recorded. */
const MOST_RECORDED = 200;

/** What is recorded of a change: what its field was, and is from now on. */
export function recorded(before: Standing, after: Standing, change: ContactChange) {
  const field = fieldOf(change);
  return {
    [`from:${field}`]: saidOf(before, change),
    [`to:${field}`]: saidOf(after, change),
  };
}

function saidOf(standing: Standing, change: ContactChange): AttributeValue | null {
  if (change.field === 'label') return standing.labelIds.includes(change.labelId);
  if (change.field !== 'attribute') return standing[change.field];
  const value = standing.attributes[change.key] ?? null;
  return typeof value === 'string' ? value.slice(0, MOST_RECORDED) : value;
}

function withLabel(
  standing: Standing,
  { labelId, on }: Extract<ContactChange, { field: 'label' }>,
): Standing | 'same' {
  const others = standing.labelIds.filter((id) => id !== labelId);
  const carried = others.length < standing.labelIds.length;
  if (carried === on) return 'same';
  return { ...standing, labelIds: on ? [...others, labelId] : others };
}

function withAttribute(
  standing: Standing,
  { key, from, to }: Extract<ContactChange, { field: 'attribute' }>,
): Standing | 'same' | 'overtaken' {
  const before = Object.hasOwn(standing.attributes, key) ? standing.attributes[key] : null;
  if (before === to) return 'same';
  if (before !== from) return 'overtaken';
  const others = Object.entries(standing.attributes).filter(([name]) => name !== key);
  return {
    ...standing,
    attributes: Object.fromEntries(to === null ? others : [...others, [key, to]]),
  };
}
