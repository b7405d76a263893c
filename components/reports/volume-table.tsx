import type { VolumeAsked, VolumeKind } from '@/lib/domain/reports/volume';
import type { VolumeLine } from '@/lib/queries/reports/volume-list';
import { ConversationLink } from './conversation-link';
import { MomentIn } from './moment';
import { counted } from './promise-words';
import { Column, Wide } from './table';

/** The conversations behind a number. */
export function VolumeTable({
  asked: { zone },
  kind,
  lines,
}: {
  asked: VolumeAsked;
  kind: VolumeKind;
  lines: readonly VolumeLine[];
}) {
  const received = kind === 'received';
  return (
    <Wide label="Conversations">
      <table className="w-full max-w-190 border-collapse">
        <caption className="sr-only">The conversations that are counted</caption>
        <thead>
          <tr className="border-line-strong border-b">
            <Column first name="Conversation" />
            <Column name={received ? 'Last message' : 'Began'} />
            <Column name={received ? 'Messages' : 'How'} />
          </tr>
        </thead>
        <tbody>
          {lines.map(({ conversationId, contact, channel, at, count, cameBack }) => (
            <tr
              key={`${conversationId} ${at}`}
              className="border-line border-b align-top last:border-b-0"
            >
              <th scope="row" className="py-2 text-left font-normal">
                <ConversationLink id={conversationId} contact={contact} />
                <span className="block text-fact text-ink-3">
                  <bdi>@{channel}</bdi>
                </span>
              </th>
              <td className="whitespace-nowrap py-2 pl-5 text-right tabular-nums">
                <MomentIn zone={zone} at={at} />
              </td>
              <td className="whitespace-nowrap py-2 pl-5 text-right tabular-nums">
                {received ? counted(count) : howWords(cameBack)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  );
}

function howWords(cameBack: boolean): string {
  return cameBack ? 'came back' : 'wrote for the first time';
}
