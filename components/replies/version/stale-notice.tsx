'use client';

import { useState } from 'react';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { Button } from '../../ui/button';
import { languageName } from '../words';
import { WordsDifference } from './difference-view';
import { isStale, sourceOf } from './place';

/** Says that the source says something else by now, and what. */
export function StaleNotice({
  reply,
  version,
  children,
}: {
  reply: ReplyDetail;
  version: VersionView;
  /** What can be done about it. */
  children?: React.ReactNode;
}) {
  const [isShown, setShown] = useState(false);
  if (!isStale(reply, version)) return null;
  const source = sourceOf(reply);
  const said = reply.versions.find(({ id }) => id === version.sourceVersionId);
  if (!source) return null;
  const language = languageName(reply.sourceLanguage);
  return (
    <section
      aria-label="The source has moved on"
      className="grid gap-2 rounded-md bg-amber-wash px-3 py-2.5 text-amber-ink"
    >
      <p>
        {said
          ? `This translates version ${said.number} of the ${language} words. Version ${source.number} is in use now.`
          : `The ${language} words came into use after this was translated.`}
      </p>
      <div className="flex flex-wrap gap-2">
        {said ? (
          <Button aria-expanded={isShown} onClick={() => setShown(!isShown)} className="text-ink">
            {isShown ? 'Hide what changed' : `What changed in ${language}`}
          </Button>
        ) : null}
        {children}
      </div>
      {isShown && said ? (
        <div className="text-ink">
          <WordsDifference
            before={said}
            after={source}
            beforeName={`${language}, version ${said.number}`}
            afterName={`${language}, version ${source.number}, in use`}
          />
        </div>
      ) : null}
    </section>
  );
}
