import type { DeliveryState } from '@/lib/domain/delivery/states';
import type { JourneyItem } from '@/lib/queries/contacts/journey';

const gone = {
  encrypted: 'Encrypted: it cannot be read here.',
  deleted: 'Deleted by its author.',
} as const;

const deliveryWords: Record<Exclude<DeliveryState, 'sent'>, string> = {
  queued: 'Not sent yet',
  sending: 'Being sent',
  unknown: 'Nobody knows yet whether it arrived',
  needs_review: 'Nobody knows whether it arrived',
  failed: 'Not sent',
  cancelled: 'Not sent: it was taken back',
};

/** What was said, as far as a journey shows it. */
export function SaidThere({ item }: { item: Extract<JourneyItem, { text: string }> }) {
  const { text, isCut, unreadable, files, delivery } = item;
  return (
    <>
      {item.kind === 'offer' && item.offer ? (
        <p className="font-strong">
          <bdi>{item.offer}</bdi>
        </p>
      ) : null}
      {text === '' ? null : (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
          <bdi dir="auto" className="block">
            {text}
            {isCut ? '…' : ''}
          </bdi>
        </p>
      )}
      {unreadable ? <p className="text-ink-3">{gone[unreadable]}</p> : null}
      {files > 0 ? (
        <p className="text-fact text-ink-3">{files === 1 ? '1 file' : `${files} files`}</p>
      ) : null}
      {delivery === null || delivery === 'sent' ? null : (
        <p className="text-fact text-ink-2">{deliveryWords[delivery]}</p>
      )}
    </>
  );
}
