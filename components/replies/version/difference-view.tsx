'use client';

import type { VersionView } from '@/lib/queries/replies/views';
import { sidesOf } from './difference';
import { factsThatDiffer } from './facts';
import { useNames } from './use-names';

type Side = Pick<VersionView, 'number' | 'body' | 'language'>;

/** Two versions side by side, told apart by words: struck through where they are gone, underlined where they are new. */
export function DifferenceView({
  before,
  after,
  beforeName = `Version ${before.number}`,
  afterName = `Version ${after.number}`,
}: {
  before: VersionView;
  after: VersionView;
  beforeName?: string;
  afterName?: string;
}) {
  const names = useNames();
  const facts = factsThatDiffer(before, after, names);
  return (
    <div className="grid gap-2">
      <WordsDifference
        before={before}
        after={after}
        beforeName={beforeName}
        afterName={afterName}
      />
      {facts.length > 0 ? (
        <dl className="grid gap-x-3 gap-y-0.5 text-fact sm:grid-cols-[auto_minmax(0,1fr)]">
          {facts.map(({ what, before: was, after: is }) => (
            <div key={what} className="contents">
              <dt className="text-ink-3">{what}</dt>
              <dd className="text-ink-2 [overflow-wrap:anywhere]">
                <bdi>{was}</bdi>{' '}
                <span className="text-ink-3">
                  <span aria-hidden>→</span>
                  <span className="sr-only">became</span>
                </span>{' '}
                <bdi>{is}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
}

/** The words of two versions, with what only one of them says marked in it. */
export function WordsDifference({
  before,
  after,
  beforeName,
  afterName,
}: {
  before: Pick<Side, 'body' | 'language'>;
  after: Pick<Side, 'body' | 'language'>;
  beforeName: string;
  afterName: string;
}) {
  const sides = sidesOf(before.body, after.body);
  const isSame = before.body === after.body;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <Column name={beforeName} language={before.language}>
        {sides.before.map(({ text, only }, index) =>
          only ? (
            <del
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their order
              key={index}
              className="rounded-[3px] bg-breach-wash text-breach decoration-1"
            >
              {text}
            </del>
          ) : (
            text
          ),
        )}
      </Column>
      <Column name={isSame ? `${afterName}: the same words` : afterName} language={after.language}>
        {sides.after.map(({ text, only }, index) =>
          only ? (
            <ins
              // biome-ignore lint/suspicious/noArrayIndexKey: stretches have no name but their order
              key={index}
              className="rounded-[3px] bg-met-wash text-met decoration-2 underline-offset-2"
            >
              {text}
            </ins>
          ) : (
            text
          ),
        )}
      </Column>
    </div>
  );
}

function Column({
  name,
  language,
  children,
}: {
  name: string;
  language: string;
  children: React.ReactNode;
}) {
  return (
    <figure className="min-w-0 rounded-md border border-line bg-panel">
      <figcaption className="border-line border-b px-3 py-1 text-fact text-ink-3">
        {name}
      </figcaption>
      <p
        lang={language}
        dir="auto"
        className="whitespace-pre-wrap px-3 py-2 text-message [overflow-wrap:anywhere]"
      >
        {children}
      </p>
    </figure>
  );
}
