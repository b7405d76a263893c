import type { Metadata } from 'next';
import { ColumnMeanings } from '@/components/replies/import/column-meanings';
import { ImportPage } from '@/components/replies/import/import-page';
import { AskThem } from '@/components/settings/ask-them';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { buttonClass } from '@/components/ui/button';
import { can } from '@/lib/domain/access/can';
import { whoMay } from '@/lib/queries/members/who-may';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Import approved replies' };

export default async function ImportRepliesPage() {
  const { actor } = await viewer();
  return (
    <PageFrame
      title="Import and export"
      lead="Bring replies in from a file: they come in as drafts and are reviewed like any others. Nothing that is here is written over."
    >
      {can(actor, 'reply.write') ? (
        <ImportPage />
      ) : (
        <AskThem
          permission="reply.write"
          to="import approved replies"
          names={await whoMay(actor, 'reply.write')}
        />
      )}
      <Section id="export" title="The library as a file">
        <p className="mb-2 max-w-140 text-ink-2">
          A row for each reply and language: the words that are in use, else the newest. An import
          takes the file back as it is.
        </p>
        <div className="flex flex-wrap gap-2">
          {(['csv', 'json'] as const).map((format) => (
            <a
              key={format}
              href={`/api/replies/export?format=${format}`}
              download
              className={buttonClass()}
            >
              {format.toUpperCase()}
            </a>
          ))}
        </div>
      </Section>
      <Section id="columns" title="What the columns mean">
        <ColumnMeanings />
      </Section>
    </PageFrame>
  );
}
