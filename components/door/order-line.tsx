'use client';

import { networkName } from '@/lib/domain/channel/network-name';
import type { DoorView } from '@/lib/door';
import { Notice } from '../entrance/notice';
import { Button } from '../ui/button';
import { capital } from '../ui/capital';
import { Since } from '../ui/since';
import { orderDoorAction } from './actions';
import { useDoorChange } from './use-door-change';
import { whyNot, wordOf } from './words';

/** What was asked of the network and is under way, or came to nothing. */
export function OrderLine({ door, mayChange }: { door: DoorView; mayChange: boolean }) {
  const { order } = door;
  return (
    <div role="status" className="grid gap-2 empty:hidden">
      {order === null ? null : <Said door={door} />}
      {order?.failed && mayChange ? <Again door={door} /> : null}
    </div>
  );
}

function Said({ door }: { door: DoorView }) {
  const { order, network } = door;
  if (order === null) return null;
  const name = networkName(network);
  const what =
    order.door === null
      ? `asking ${name} how the door is`
      : `setting “${wordOf(network, order.door)}” on ${name}`;
  if (order.failed) {
    return (
      <p className="rounded-sm bg-breach-wash px-2.5 py-2">
        <span className="text-breach">
          {capital(what)} did not work. {whyNot(order.problem, door)}
        </span>{' '}
        The door is as it was. {order.by} wanted it <Since at={order.at} />.
      </p>
    );
  }
  return (
    <p className="rounded-sm bg-sunken px-2.5 py-2 text-ink-2">
      {capital(what)}.
      {order.problem === null ? null : ` ${whyNot(order.problem, door)} It is tried again.`}
    </p>
  );
}

function Again({ door: { id, handle, order } }: { door: DoorView }) {
  const { change, isPending, problem } = useDoorChange(orderDoorAction);
  return (
    <>
      <div>
        <Button
          disabled={isPending}
          onClick={() => change({ channelId: id, door: order?.door ?? null })}
        >
          Try again<span className="sr-only"> for @{handle}</span>
        </Button>
      </div>
      <Notice message={problem} />
    </>
  );
}
