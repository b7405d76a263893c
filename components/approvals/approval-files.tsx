'use client';

import { Paperclip } from 'lucide-react';
import type { ApprovalView } from '@/lib/queries/replies/views';
import { MediaThumb } from '../replies/writing/media-thumb';
import { useCan, useMe } from '../shell/me';

/** What would go along: its pictures and films for who decides about it and for its writer, the names of the rest. */
export function ApprovalFiles({ approval: { files, author } }: { approval: ApprovalView }) {
  const { memberId } = useMe();
  const decides = useCan('approval.decide');
  const maySee = decides || author.id === memberId;
  const seen = files.flatMap(({ id, kind, ...file }) =>
    maySee && kind !== 'document' ? [{ ...file, fileId: id, kind }] : [],
  );
  const named = files.filter(({ id }) => !seen.some(({ fileId }) => fileId === id));
  return (
    <>
      {seen.length > 0 ? (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {seen.map((file) => (
            <MediaThumb key={file.fileId} file={file} size="large" />
          ))}
        </div>
      ) : null}
      {named.length > 0 ? (
        <p className="mt-1.5 flex items-center gap-1.5 text-fact text-ink-2">
          <Paperclip aria-hidden size={13} />
          {named.map(({ name }) => name).join(', ')}
        </p>
      ) : null}
    </>
  );
}
