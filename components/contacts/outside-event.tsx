import type { ToldElsewhere } from '@/lib/domain/contact/journey';
import { safeLink } from '@/lib/domain/contact/journey';
import { dataName } from './words';

/** What another system told, as plain text: nothing of it is loaded, and its link says where it leads. */
export function OutsideEvent({ event }: { event: ToldElsewhere }) {
  const { title, body, url, data } = event;
  const link = safeLink(url);
  const entries = Object.entries(data);
  return (
    <div className="grid gap-1 [overflow-wrap:anywhere]">
      <p>
        <bdi className="font-strong">{title}</bdi>
      </p>
      {body ? (
        <p className="whitespace-pre-wrap text-ink-2">
          <bdi dir="auto" className="block">
            {body}
          </bdi>
        </p>
      ) : null}
      {entries.length > 0 ? (
        <dl className="grid grid-cols-[minmax(72px,auto)_minmax(0,1fr)] gap-x-3 text-fact">
          {entries.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">
                <bdi>{dataName(name)}</bdi>
              </dt>
              <dd>
                <bdi>{shown(value)}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {link ? (
        <p className="text-fact">
          <a
            href={link}
            title={link}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-ink-2 underline underline-offset-2 hover:text-ink"
          >
            Open on <bdi>{new URL(link).host}</bdi>
          </a>
        </p>
      ) : null}
    </div>
  );
}

function shown(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
