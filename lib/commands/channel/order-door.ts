import 'server-only';
import { z } from 'zod';
import { hasDoor } from '@/lib/domain/channel/door';
import { doors } from '@/lib/domain/permissions/x-rules';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { channelFor } from './channel-for';
import { placeDoorOrder } from './door-orders';

/** Has a worker set the door on the network, or with `null` ask how it is. What comes of it is told as an event. */
export const orderDoor = command({
  permission: 'door.change',
  input: z.strictObject({ channelId: z.uuid(), door: z.enum(doors).nullable() }),
  async run(context, { channelId, door }) {
    const { network, handle, status } = await channelFor(context, channelId);
    if (status === 'disconnected' || status === 'reconnect') {
      throw new Refusal('conflict', `@${handle} has to be connected again first.`);
    }
    if (door !== null && !hasDoor(network, door)) {
      throw new Refusal('invalid', `@${handle}’s network does not know such a door.`);
    }
    if (!(await placeDoorOrder(context, channelId, door))) {
      throw new Refusal('conflict', `@${handle}’s network is being asked already. Wait a moment.`);
    }
    return { value: { channelId }, events: [], nudges: ['door'] };
  },
});
