import type { Usage } from '@/lib/domain/replies/usage';
import { counted } from '../../reports/promise-words';
import { share } from '../../reports/words';

const cell = 'whitespace-nowrap py-2 pl-5 text-right align-top tabular-nums max-sm:pl-3';

/** The figures of a reply or of a version, a cell each. */
export function Figures({ usage }: { usage: Usage }) {
  const { sent, inserted, changed, medianEdited, old24, again24, old72 } = usage;
  const never = sent === 0 ? 'never sent' : null;
  return (
    <>
      <td className={cell}>
        {counted(sent)}
        <Under>of {counted(inserted)} inserted</Under>
      </td>
      <Share part={changed} whole={sent} none={never ?? '–'}>
        <Under>{changed === 0 ? 'word for word' : `median ${medianEdited ?? 0} %`}</Under>
      </Share>
      <Share part={again24} whole={old24} none={never ?? 'too early'} />
      <Share part={usage.again72} whole={old72} none={never ?? 'too early'} />
      <Share part={usage.reopened} whole={old72} none={never ?? 'too early'} />
      <Share part={usage.resolved} whole={old72} none={never ?? 'too early'} />
    </>
  );
}

function Share({
  part,
  whole,
  none,
  children = <Under>{`${counted(part)} of ${counted(whole)}`}</Under>,
}: {
  part: number;
  whole: number;
  none: string;
  children?: React.ReactNode;
}) {
  const words = share(part, whole);
  if (words === null) return <td className={`${cell} text-fact text-ink-3`}>{none}</td>;
  return (
    <td className={cell}>
      {words}
      {children}
    </td>
  );
}

function Under({ children }: { children: React.ReactNode }) {
  return <span className="block text-fact text-ink-3">{children}</span>;
}
