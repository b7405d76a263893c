'use client';

import { clsx } from 'clsx';
import type { ReplyDetail, VersionView } from '@/lib/queries/replies/views';
import { useClock } from '../../ui/clock';
import { shortMoment } from '../../ui/days';
import { exactTime } from '../../ui/time';
import { StateMark } from '../state-mark';
import { languageName } from '../words';
import { momentsOf } from './moments';
import { versionsIn } from './place';
import { VersionLink } from './version-link';

/** Every version of a language, the newest first: who did what, when, and why. */
export function Timeline({
  reply,
  language,
  chosen,
}: {
  reply: ReplyDetail;
  language: string;
  chosen: VersionView;
}) {
  return (
    <section aria-labelledby="versions">
      <h2 id="versions" className="mb-2 font-title text-title">
        Versions in {languageName(language)}
      </h2>
      <ol className="grid gap-1">
        {versionsIn(reply, language).map((version) => (
          <Line key={version.id} version={version} isHere={version.id === chosen.id} />
        ))}
      </ol>
    </section>
  );
}

function Line({ version, isHere }: { version: VersionView; isHere: boolean }) {
  const { zone } = useClock();
  return (
    <li>
      <VersionLink
        version={version}
        isHere={isHere}
        className={clsx(
          'block rounded-md border px-2.5 py-2',
          isHere ? 'border-line-strong bg-panel' : 'border-transparent hover:bg-hover',
        )}
      >
        <span className="flex items-center gap-2">
          <span className="font-strong tabular-nums">Version {version.number}</span>
          <StateMark state={version.state} scheduled={version.scheduled} />
        </span>
        {momentsOf(version).map(({ key, who, did, at, why }) => (
          <span key={key} className="mt-1 block text-fact text-ink-2">
            <bdi>{who}</bdi> {did}
            {at === null ? null : (
              <>
                {' · '}
                <time
                  dateTime={at}
                  title={exactTime(at, zone)}
                  className="whitespace-nowrap text-ink-3 tabular-nums"
                >
                  {shortMoment(at, zone)}
                </time>
              </>
            )}
            {why === '' ? null : (
              <q
                dir="auto"
                className="block text-ink-3 [overflow-wrap:anywhere] before:content-['“'] after:content-['”']"
              >
                {why}
              </q>
            )}
          </span>
        ))}
      </VersionLink>
    </li>
  );
}
