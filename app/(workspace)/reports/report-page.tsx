import type { ReactNode } from 'react';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame } from '@/components/settings/page-frame';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { By, Given } from '@/lib/domain/reports/address';
import { whoMay } from '@/lib/queries/members/who-may';
import { viewer, zoneOfViewer } from '../viewer';

/** What a page of the reports knows before it reads any of them. */
export type ReportProps = { actor: Actor; given: Given; by: By };

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A page for those who read reports; others are told whom to ask. */
export function reportPage({
  title,
  lead,
  Report,
}: {
  title: string;
  lead: string;
  Report: (props: ReportProps) => Promise<ReactNode>;
}) {
  return async function ReportPage({ searchParams }: PageProps) {
    const { actor, now } = await viewer();
    const by = { now: new Date(now), zone: await zoneOfViewer() };
    return (
      <PageFrame wide title={title} lead={lead}>
        {can(actor, 'report.read') ? (
          <Report actor={actor} given={await searchParams} by={by} />
        ) : (
          <AskThem
            permission="report.read"
            to="see reports"
            names={await whoMay(actor, 'report.read')}
          />
        )}
      </PageFrame>
    );
  };
}
