'use client';

import { useQuery } from '@tanstack/react-query';
import { doorsQuery } from '../door/queries';
import { useCan } from '../shell/me';
import { createLinkAction } from './actions';
import { LinkForm } from './link-form';
import { LinkLine } from './link-line';
import { linksQuery } from './queries';

const startWords = 'Hello, I have a question.';

/** The links by which people come from the brand's own site, and a new one. */
export function Links() {
  const { data: links = [] } = useQuery(linksQuery);
  const { data: doors = [] } = useQuery(doorsQuery);
  const mayChange = useCan('link.manage');
  const inUse = links.filter(({ archived }) => !archived);
  const archived = links.filter((link) => link.archived);
  const [first] = doors;
  const fresh = { name: '', firstWords: startWords, channelId: first?.id ?? '' };
  return (
    <div className="grid gap-3">
      {inUse.length === 0 ? (
        <p className="text-ink-2">
          None yet. A link for each place on your site shows which of them people write from.
        </p>
      ) : (
        <ul aria-label="Links in use" className="rounded-lg border border-line bg-panel">
          {inUse.map((link) => (
            <LinkLine key={link.id} link={link} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange && first ? (
        <div className="rounded-lg border border-line bg-panel p-4">
          <h3 className="mb-3 font-strong">New link</h3>
          <LinkForm
            action={createLinkAction}
            kept={fresh}
            after={fresh}
            channels={doors}
            words={{ id: 'new-link', send: 'Add link', kept: 'Added' }}
          />
        </div>
      ) : null}
      {archived.length > 0 ? (
        <details>
          <summary className="w-fit cursor-pointer text-ink-2">
            Archived links ({archived.length})
          </summary>
          <p className="my-2 text-ink-2">
            They still lead to a message, but carry no reference and count nothing.
          </p>
          <ul aria-label="Archived links" className="rounded-lg border border-line bg-panel">
            {archived.map((link) => (
              <LinkLine key={link.id} link={link} mayChange={mayChange} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}
