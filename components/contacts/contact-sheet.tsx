'use client';

import { useQuery } from '@tanstack/react-query';
import { contactKinds } from '@/lib/domain/contact/contact';
import type { ContactView } from '@/lib/queries/contacts/contact';
import { labelsQuery } from '../inbox/queries';
import { Button } from '../ui/button';
import { LabelChip } from '../ui/label-chip';
import { Sheet } from '../ui/sheet';
import { AttributeField } from './attribute-field';
import { attributesQuery } from './queries';
import { useContactForm } from './use-contact-form';
import { kindNames } from './words';

type Form = ReturnType<typeof useContactForm>;
type Part = { contact: ContactView; form: Form };

/** Says what somebody is to the brand. Colleagues who change other things meanwhile are not overwritten. */
export function ContactSheet({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const { data: all = [] } = useQuery(attributesQuery);
  const attributes = all.filter(({ archived }) => !archived);
  const form = useContactForm(contact, attributes, onClose);
  const { touched, touch, problems } = form;
  return (
    <Sheet title={`Who ${contact.name} is`} onClose={onClose}>
      <form
        className="grid max-h-[calc(100dvh-120px)] gap-4 overflow-y-auto p-4 text-list"
        onSubmit={(event) => {
          event.preventDefault();
          void form.save();
        }}
      >
        <KindAndVip contact={contact} form={form} />
        <Labels contact={contact} form={form} />
        {attributes.length > 0 ? (
          <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pane:grid-cols-2">
            {attributes.map((attribute) => (
              <AttributeField
                key={attribute.id}
                attribute={attribute}
                value={contact.attributes[attribute.key] ?? null}
                typed={touched.typed[attribute.key]}
                problem={problems[`attribute:${attribute.key}`]}
                onType={(text) => touch({ typed: { ...touched.typed, [attribute.key]: text } })}
              />
            ))}
          </div>
        ) : null}
        <p role="alert" className="text-breach empty:hidden">
          {form.trouble}
        </p>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Cancel</Button>
          <Button tone="go" type="submit" disabled={form.busy}>
            Save
          </Button>
        </div>
      </form>
    </Sheet>
  );
}

function KindAndVip({ contact, form: { touched, touch, problems } }: Part) {
  const chosen = touched.kind ?? contact.kind;
  return (
    <div className="grid gap-2">
      <label className="grid gap-1">
        <span className="font-strong">Kind</span>
        <select
          value={chosen}
          onChange={({ target }) => {
            const kind = contactKinds.find((each) => each === target.value);
            if (kind) touch({ kind });
          }}
          className="h-9 w-full rounded-sm border border-line-strong bg-paper px-2"
        >
          {contactKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <p role="alert" className="text-breach text-fact empty:hidden">
        {problems['kind']}
      </p>
      <label className="flex min-h-6 w-fit items-center gap-2">
        <input
          type="checkbox"
          checked={touched.vip ?? contact.vip}
          onChange={({ target }) => touch({ vip: target.checked })}
          className="size-4 accent-ink"
        />
        VIP
      </label>
    </div>
  );
}

function Labels({ contact, form: { touched, touch } }: Part) {
  const { data: labels = [] } = useQuery(labelsQuery);
  const offered = labels.filter(({ id, archived }) => !archived || contact.labelIds.includes(id));
  if (offered.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1 font-strong">Labels</legend>
      <ul className="flex max-h-40 flex-wrap gap-x-4 gap-y-1 overflow-y-auto">
        {offered.map((label) => (
          <li key={label.id}>
            <label className="flex min-h-6 items-center gap-1.5">
              <input
                type="checkbox"
                checked={touched.labels[label.id] ?? contact.labelIds.includes(label.id)}
                onChange={({ target }) =>
                  touch({ labels: { ...touched.labels, [label.id]: target.checked } })
                }
                className="size-4 shrink-0 accent-ink"
              />
              <LabelChip label={label} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
