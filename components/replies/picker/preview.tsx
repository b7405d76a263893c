'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Fragment } from 'react';
import type { ReplyMedia } from '@/lib/domain/replies/reply';
import { labelsQuery, teamsQuery } from '../../inbox/queries';
import { Icon } from '../../ui/icon';
import { languageName } from '../words';
import type { Line } from './lines';
import { actionWords, allowanceWords } from './words';

/** What would stand in the message, and what goes along with it. */
export function Preview({
  line,
  language,
  onLanguage,
}: {
  line: Line;
  /** Of the conversation; null where nobody knows it. */
  language: string | null;
  onLanguage: (language: string) => void;
}) {
  const { reply, version, words, why } = line;
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: teams = [] } = useQuery(teamsQuery);
  const along = actionWords(version.actions, { labels, teams });
  return (
    <section
      aria-label="Preview"
      className="flex min-h-0 flex-col border-line border-t pane:border-t-0"
    >
      <div className="quiet-scroll min-h-0 flex-1 overflow-y-auto px-3.5 pt-2.5 text-message">
        <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <Words line={line} />
        </p>
        <Media media={version.media} />
      </div>
      <div className="grid gap-0.5 px-3.5 pt-1.5 pb-2 text-fact text-ink-3">
        {why === null ? null : <p className="text-ink-2">{why}.</p>}
        {words.missing.length > 0 ? (
          <p className="text-amber-ink">
            {words.missing.join(', ')} is not known here. Fill it in before you send.
          </p>
        ) : null}
        {along.length > 0 ? <p>With the send: {along.join(', ')}</p> : null}
        <p>{allowanceWords[version.allowance]}</p>
        <div className="flex items-center justify-between gap-2.5">
          <Languages line={line} language={language} onLanguage={onLanguage} />
          <bdi className="truncate">/{reply.key}</bdi>
        </div>
      </div>
    </section>
  );
}

/** Locked words are underlined; what is not known stands in its braces. */
function Words({ line: { words, version } }: { line: Line }) {
  return words.segments.map(({ text, locked }, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name and do not move
    if (!locked) return <Fragment key={index}>{markMissing(text, words.missing)}</Fragment>;
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name and do not move
        key={index}
        className={clsx(
          'bg-amber-wash',
          version.allowance === 'locked' && 'border-line-strong border-b border-dashed',
        )}
      >
        {text}
      </span>
    );
  });
}

function markMissing(text: string, missing: readonly string[]) {
  if (missing.length === 0) return text;
  return text.split(/(\{\{[^{}]*\}\})/).map((piece, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no other name and do not move
      <span key={index} className="font-strong text-amber-ink">
        {piece}
      </span>
    ) : (
      piece
    ),
  );
}

function Media({ media }: { media: readonly ReplyMedia[] }) {
  if (media.length === 0) return null;
  return (
    <ul aria-label="Files" className="mt-2 flex flex-wrap gap-1.5">
      {media.map(({ fileId, kind, name }) => (
        <li key={fileId}>
          {kind === 'video' ? (
            <span className="inline-flex h-12 items-center rounded-sm border border-line px-2 text-fact text-ink-2">
              <bdi>{name}</bdi>
            </span>
          ) : (
            // biome-ignore lint/performance/noImgElement: it is ours, and small
            <img
              src={`/api/files/${fileId}`}
              alt={name}
              width={48}
              height={48}
              loading="lazy"
              className="size-12 rounded-sm border border-line object-cover"
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** Its languages, where it has several; else that it is not in the one that is written here. */
function Languages({
  line: { reply, version },
  language,
  onLanguage,
}: {
  line: Line;
  language: string | null;
  onLanguage: (language: string) => void;
}) {
  const base = (code: string) => code.split('-')[0];
  const foreign = language !== null && base(language) !== base(version.language);
  if (reply.versions.length === 1) {
    const name = languageName(version.language);
    return <span>{foreign ? `${name}; not in ${languageName(language)}` : name}</span>;
  }
  return (
    <span className="flex items-center gap-1.5">
      <Icon name="globe" size={12} />
      {reply.versions.map((each) => (
        <button
          key={each.id}
          type="button"
          tabIndex={-1}
          aria-pressed={each === version}
          onClick={() => onLanguage(each.language)}
          className="min-h-6 rounded-sm aria-pressed:font-strong aria-pressed:text-ink"
        >
          {languageName(each.language)}
        </button>
      ))}
      <span aria-hidden>← →</span>
    </span>
  );
}
