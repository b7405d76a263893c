import 'server-only';
import { z } from 'zod';
import { hasDoor } from '@/lib/domain/channel/door';
import { doors } from '@/lib/domain/permissions/x-rules';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { channelFor } from './channel-for';
import { forgetDoorOrder } from './door-orders';
import { knowDoor } from './know-door';

/** An admin has set the door on the network by hand and says how it is. Nobody can check it for them. */
export const recordDoor = command({
  permission: 'door.change',
  input: z.strictObject({ channelId: z.uuid(), door: z.enum(doors) }),
  async run(context, { channelId, door }) {
    const { network, handle } = await channelFor(context, channelId);
    if (!hasDoor(network, door)) {
      throw new Refusal('invalid', `@${handle}’s network does not know such a door.`);
    }
    if (!(await forgetDoorOrder(context, channelId))) {
      throw new Refusal(
        'conflict',
        `The door of @${handle} is being turned just now. Try again in a moment.`,
      );
    }
    const { memberId } = context.actor;
    const events = await knowDoor(context, channelId, { door, how: 'recorded', memberId });
    return { value: { channelId }, events };
  },
});
