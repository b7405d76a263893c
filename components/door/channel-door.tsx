'use client';

import { clsx } from 'clsx';
import { useRef, useState } from 'react';
import { doorWords } from '@/lib/domain/channel/door';
import { networkName } from '@/lib/domain/channel/network-name';
import type { DoorView } from '@/lib/door';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Since } from '../ui/since';
import { orderDoorAction } from './actions';
import { ChangeDoor } from './change-door';
import { DoorHistory } from './door-history';
import { OrderLine } from './order-line';
import { useDoorChange } from './use-door-change';
import { broughtBy } from './words';

type Props = { door: DoorView; mayChange: boolean };

/** One channel's door: how it is, since when and by whom, what is under way, and the way to change it. */
export function ChannelDoor({ door, mayChange }: Props) {
  const { id, handle, network } = door;
  const titleId = `door-${id}`;
  return (
    <section
      aria-labelledby={titleId}
      className="grid gap-3 rounded-lg border border-line bg-panel px-4 py-3.5"
    >
      <div className="flex items-start gap-3">
        <Sign door={door} />
        <div className="min-w-0 flex-1">
          <h2 id={titleId} className="truncate text-fact text-ink-3">
            @{handle} on {networkName(network)}
          </h2>
          <Standing door={door} />
        </div>
      </div>
      <OrderLine door={door} mayChange={mayChange} />
      {mayChange ? <Changes door={door} /> : null}
      <DoorHistory door={door} />
    </section>
  );
}

function Sign({ door: { door } }: { door: DoorView }) {
  const isOpen = door !== null && door !== 'nobody';
  return (
    <span
      className={clsx(
        'grid size-9 shrink-0 place-items-center rounded-md',
        isOpen ? 'bg-amber-wash text-amber-ink' : 'bg-sunken text-ink-3',
      )}
    >
      <Icon name="door" />
    </span>
  );
}

function Standing({ door: { door, since, seenAt, history, network } }: { door: DoorView }) {
  if (door === null) {
    return (
      <>
        <p className="font-title text-title">Nobody has said how this door is</p>
        <p className="text-ink-2">
          Until then Porchlight invites only people who have written before.
        </p>
      </>
    );
  }
  const [newest] = history;
  return (
    <>
      <p className="font-title text-title">{doorWords[door].title}</p>
      <p className="text-ink-2">{doorWords[door].sentence}</p>
      <p className="mt-1 text-fact text-ink-3">
        {newest?.to === door ? `${broughtBy(newest, network)}, ` : 'So since '}
        {since ? <Since at={since} /> : 'before anybody kept count'}.
        {seenAt && seenAt !== since ? (
          <>
            {' '}
            Confirmed <Since at={seenAt} />.
          </>
        ) : null}
      </p>
    </>
  );
}

function Changes({ door }: { door: DoorView }) {
  const { id, handle, network, isSwitch, order } = door;
  const [isChanging, setChanging] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const asking = useDoorChange(orderDoorAction);
  const isUnderWay = order !== null && !order.failed;
  const close = () => {
    setChanging(false);
    opener.current?.focus();
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <Button ref={opener} aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
          Change the door<span className="sr-only"> of @{handle}</span>
        </Button>
        {isSwitch ? (
          <Button
            tone="quiet"
            disabled={isUnderWay || asking.isPending}
            onClick={() => asking.change({ channelId: id, door: null })}
          >
            Ask {networkName(network)} how it is<span className="sr-only">: @{handle}</span>
          </Button>
        ) : null}
      </div>
      <Notice message={asking.problem} />
      {isChanging ? (
        <Fold opener={opener} onClose={() => setChanging(false)}>
          <ChangeDoor door={door} onClose={close} />
        </Fold>
      ) : null}
    </>
  );
}
