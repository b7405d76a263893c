'use client';

import type { LabelUse } from '@/lib/queries/labels/label-uses';
import { Filtered } from '../settings/filtered';
import { Section } from '../settings/page-frame';
import { createLabelAction } from './actions';
import { LabelForm } from './label-form';
import { LabelLine } from './label-line';

const fresh = { name: '', colour: 'grey' } as const;

/** The labels in use, those that are not any more, and a new one. */
export function Labels({ labels, mayChange }: { labels: LabelUse[]; mayChange: boolean }) {
  const inUse = labels.filter(({ archived }) => !archived);
  const archived = labels.filter((label) => label.archived);
  const line = (label: LabelUse) => (
    <LabelLine key={label.id} label={label} mayChange={mayChange} />
  );
  return (
    <>
      {mayChange ? (
        <Section id="new-label" title="New label">
          <div className="rounded-lg border border-line bg-panel p-4">
            <LabelForm
              action={createLabelAction}
              kept={fresh}
              after={fresh}
              words={{ id: 'new-label', send: 'Add label', kept: 'Added' }}
            />
          </div>
        </Section>
      ) : null}
      <Section id="labels" title={`In use (${inUse.length})`}>
        {inUse.length === 0 ? (
          <p className="text-ink-2">
            No label yet. Labels say what a conversation is about, such as “Refund” or “Press”.
          </p>
        ) : (
          <Filtered items={inUse} what="labels">
            {line}
          </Filtered>
        )}
      </Section>
      {archived.length > 0 ? (
        <Section id="archived-labels" title={`Archived (${archived.length})`}>
          <p className="mb-2 text-ink-2">
            Conversations that carry them keep them; they are put on no others.
          </p>
          <Filtered items={archived} what="archived labels">
            {line}
          </Filtered>
        </Section>
      ) : null}
    </>
  );
}
