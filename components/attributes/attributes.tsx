'use client';

import type { Attribute } from '@/lib/domain/contact/attributes';
import { Notice } from '../entrance/notice';
import { Section } from '../settings/page-frame';
import { useChange } from '../settings/use-change';
import { orderAttributesAction } from './actions';
import type { Moving } from './attribute-line';
import { AttributeLine } from './attribute-line';
import { NewAttribute } from './new-attribute';

/** The attributes in use in their order, those that are not any more, and a new one. */
export function Attributes({
  attributes,
  mayChange,
}: {
  attributes: readonly Attribute[];
  mayChange: boolean;
}) {
  const ordered = useChange(orderAttributesAction);
  const inUse = attributes.filter(({ archived }) => !archived);
  const archived = attributes.filter((attribute) => attribute.archived);
  const ids = inUse.map(({ id }) => id);

  function movingOf(index: number): Moving {
    const by = (step: number) => () => {
      const id = ids[index] ?? '';
      ordered.change({ order: ids.toSpliced(index, 1).toSpliced(index + step, 0, id) });
    };
    const up = index > 0 && !ordered.isPending ? by(-1) : null;
    const down = index < ids.length - 1 && !ordered.isPending ? by(1) : null;
    return { up, down };
  }

  return (
    <>
      {mayChange ? (
        <Section id="new-attribute" title="New attribute">
          <NewAttribute />
        </Section>
      ) : null}
      <Section id="attributes" title={`In use (${inUse.length})`}>
        <Notice message={ordered.problem} />
        {inUse.length === 0 ? (
          <p className="text-ink-2">
            No attribute yet. They hold what you know of people, such as “Plan” or “Customer no.”.
          </p>
        ) : (
          <ol className="rounded-lg border border-line bg-panel">
            {inUse.map((attribute, index) => (
              <AttributeLine
                key={attribute.id}
                attribute={attribute}
                moving={movingOf(index)}
                mayChange={mayChange}
              />
            ))}
          </ol>
        )}
      </Section>
      {archived.length > 0 ? (
        <Section id="archived-attributes" title={`Archived (${archived.length})`}>
          <p className="mb-2 text-ink-2">
            They are not shown. What is known stays, and comes back with them.
          </p>
          <ul className="rounded-lg border border-line bg-panel">
            {archived.map((attribute) => (
              <AttributeLine
                key={attribute.id}
                attribute={attribute}
                moving={null}
                mayChange={mayChange}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
