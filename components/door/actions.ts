'use server';

import { action } from '@/lib/action';
import { orderDoor } from '@/lib/commands/channel/order-door';
import { recordDoor } from '@/lib/commands/channel/record-door';

export const orderDoorAction = action(orderDoor);
export const recordDoorAction = action(recordDoor);
