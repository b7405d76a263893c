'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Attribute } from '@/lib/domain/contact/attributes';
import { valueFrom, valueProblem } from '@/lib/domain/contact/attributes';
import type { ContactChange } from '@/lib/domain/contact/change';
import { fieldOf } from '@/lib/domain/contact/change';
import type { AttributeValue, ContactKind } from '@/lib/domain/contact/contact';
import type { ContactView } from '@/lib/queries/contacts/contact';
import { ask } from '../thread/ask';
import { changeContactAction } from './actions';
import { contactQuery } from './queries';

/** What somebody has changed and not saved. What is not in it follows the contact. */
type Touched = {
  kind?: ContactKind;
  vip?: boolean;
  labels: Readonly<Record<string, boolean>>;
  /** What is typed for an attribute, by its key. */
  typed: Readonly<Record<string, string>>;
};

const nothing: Touched = { labels: {}, typed: {} };

/** The form about a contact: only what was touched is sent, and compared with what was there when the form opened. */
export function useContactForm(
  contact: ContactView,
  attributes: readonly Attribute[],
  onDone: () => void,
) {
  const client = useQueryClient();
  const [seen, setSeen] = useState(contact);
  const [touched, setTouched] = useState(nothing);
  const [problems, setProblems] = useState<Readonly<Record<string, string>>>({});
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save() {
    const changes = changesIn(touched, seen, attributes);
    const wrong = problemsIn(changes, attributes);
    setProblems(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    if (changes.length === 0) return onDone();
    setBusy(true);
    const result = await ask(() => changeContactAction({ contactId: contact.id, changes }));
    const { queryKey } = contactQuery(contact.id);
    await client.invalidateQueries({ queryKey });
    setBusy(false);
    if (result.ok) return onDone();
    const { message, details } = result.refusal;
    const fields = fieldsIn(details?.['fields']);
    setProblems(fields);
    setTrouble(Object.keys(fields).length === 0 ? message : null);
    // Whoever saves again has seen what is there now.
    setSeen(client.getQueryData<ContactView>(queryKey) ?? seen);
  }

  return {
    touched,
    touch: (part: Partial<Touched>) => setTouched((before) => ({ ...before, ...part })),
    problems,
    trouble,
    busy,
    save,
  };
}

function changesIn(
  { kind, vip, labels, typed }: Touched,
  seen: ContactView,
  attributes: readonly Attribute[],
): ContactChange[] {
  return [
    ...(kind === undefined || kind === seen.kind
      ? []
      : [{ field: 'kind' as const, from: seen.kind, to: kind }]),
    ...(vip === undefined || vip === seen.vip ? [] : [{ field: 'vip' as const, to: vip }]),
    ...Object.entries(labels).flatMap(([labelId, on]) =>
      seen.labelIds.includes(labelId) === on ? [] : [{ field: 'label' as const, labelId, on }],
    ),
    ...attributes.flatMap((attribute) => {
      const text = typed[attribute.key];
      if (text === undefined) return [];
      const from: AttributeValue | null = seen.attributes[attribute.key] ?? null;
      const to = valueFrom(attribute, text);
      return from === to ? [] : [{ field: 'attribute' as const, key: attribute.key, from, to }];
    }),
  ];
}

/** What would be refused anyhow is said at once. */
function problemsIn(
  changes: readonly ContactChange[],
  attributes: readonly Attribute[],
): Record<string, string> {
  return Object.fromEntries(
    changes.flatMap((change) => {
      if (change.field !== 'attribute' || change.to === null) return [];
      const attribute = attributes.find(({ key }) => key === change.key);
      const problem = attribute ? valueProblem(attribute, change.to) : null;
      return problem === null ? [] : [[fieldOf(change), problem]];
    }),
  );
}

function fieldsIn(fields: unknown): Record<string, string> {
  return typeof fields === 'object' && fields !== null ? { ...fields } : {};
}
