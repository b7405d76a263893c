'use client';

import { useQuery } from '@tanstack/react-query';
import { usageAsked } from '@/lib/domain/replies/usage';
import { Wide } from '../reports/table';
import { Section } from '../settings/page-frame';
import { SoftLink } from '../ui/soft-link';
import { usageQuery } from './queries';
import { Figures } from './usage/figures';
import { usesPath } from './usage/paths';
import { versionWords } from './usage/version-words';

const columns = ['Sent', 'Changed', 'Again in 24 h', 'Again in 72 h', 'Reopened', 'Resolved'];

/** How a reply was used in the last 90 days and what customers did next, version by version. */
export function UsageSection({ replyId }: { replyId: string }) {
  const { data: usage } = useQuery(usageQuery(replyId));
  const asked = { ...usageAsked({ days: '90' }), replyId, versionId: null, after: null };
  return (
    <Section id="reply-usage" title="Use and outcome, last 90 days">
      {usage ? (
        <>
          <Wide label="Use of each version">
            <table className="w-full border-collapse">
              <caption className="sr-only">How each version was used, and what followed</caption>
              <thead>
                <tr className="border-line-strong border-b text-ink-2">
                  <th scope="col" className="py-1.5 text-left font-strong">
                    Version
                  </th>
                  {columns.map((name) => (
                    <th
                      key={name}
                      scope="col"
                      className="whitespace-nowrap py-1.5 pl-5 text-right font-strong max-sm:pl-3"
                    >
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {usage.versions.map((version) => (
                  <tr
                    key={version.versionId}
                    className="border-line border-b align-top last:border-b-0"
                  >
                    <th scope="row" className="whitespace-nowrap py-2 text-left font-normal">
                      {versionWords(version)}
                    </th>
                    <Figures usage={version} />
                  </tr>
                ))}
              </tbody>
            </table>
          </Wide>
          <SoftLink
            href={usesPath(asked)}
            className="mt-2 inline-block min-h-6 underline decoration-line-strong underline-offset-2 hover:decoration-ink"
          >
            The conversations in which it was used
          </SoftLink>
        </>
      ) : (
        <p className="text-ink-2">
          {usage === null ? 'Nobody used it in this time.' : 'Reading how it was used.'}
        </p>
      )}
    </Section>
  );
}
