import type { AttachmentView } from '@/lib/queries/inbox/thread-views';
import { fitted } from './fitted';

/** Keeps the place of what goes along with a message until it can be drawn: nothing jumps. */
export function Room({ attachments }: { attachments: readonly AttachmentView[] }) {
  return attachments.map((attachment) => (
    <Empty key={attachment.externalId} attachment={attachment} />
  ));
}

function Empty({ attachment }: { attachment: AttachmentView }) {
  const { kind, fileId, pending } = attachment;
  const drawn = kind !== 'document' && (fileId !== null || pending);
  if (!drawn) return <div className="h-12 w-60 max-w-full rounded-md bg-sunken" />;
  return <Blank attachment={attachment} />;
}

/** Attributes, not styles: they hold the shape in what the server draws as well. */
export function Blank({ attachment }: { attachment: AttachmentView }) {
  const { width, height } = fitted(attachment);
  return (
    <svg
      aria-hidden
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      className="block h-auto max-w-full rounded-md bg-sunken"
    />
  );
}
