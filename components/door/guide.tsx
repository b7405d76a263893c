import { doorSettingOf } from '@/lib/domain/channel/door';
import { networkName } from '@/lib/domain/channel/network-name';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { wordOf } from './words';

/** How one sets the door by hand, where the network lets nobody else do it. */
export function Guide({ network, chosen }: { network: string; chosen: Door }) {
  const setting = doorSettingOf(network);
  if (!setting) return null;
  const name = networkName(network);
  return (
    <div className="grid gap-1.5">
      <p>
        {name} lets no app change or read this setting, so it is set there by hand and recorded
        here.
      </p>
      <ol className="grid list-decimal gap-1 pl-5">
        <li>
          Sign in to {name} as this account and open{' '}
          <a href={setting.link} target="_blank" rel="noreferrer" className="underline">
            its settings for messages
          </a>{' '}
          ({setting.path.join(' › ')}).
        </li>
        <li>
          Under “{setting.question}” choose <strong>“{wordOf(network, chosen)}”</strong>.
        </li>
        <li>Come back and say so below. It is kept with your name and the time.</li>
      </ol>
    </div>
  );
}
