'use server';

import { action } from '@/lib/action';
import { setAvailabilityFor } from '@/lib/commands/availability/set-for';
import { setOwnAvailability } from '@/lib/commands/availability/set-own';
import { changeMemberRouting } from '@/lib/commands/member/change-routing';

export const setOwnAvailabilityAction = action(setOwnAvailability);
export const setAvailabilityForAction = action(setAvailabilityFor);
export const changeMemberRoutingAction = action(changeMemberRouting);
