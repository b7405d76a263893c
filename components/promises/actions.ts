'use server';

import { action } from '@/lib/action';
import { archivePolicy } from '@/lib/commands/sla/archive-policy';
import { orderPolicies } from '@/lib/commands/sla/order-policies';
import { savePolicy } from '@/lib/commands/sla/save-policy';

export const savePolicyAction = action(savePolicy);
export const orderPoliciesAction = action(orderPolicies);
export const archivePolicyAction = action(archivePolicy);
