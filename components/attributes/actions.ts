'use server';

import { action } from '@/lib/action';
import { archiveAttribute } from '@/lib/commands/attribute/archive';
import { changeAttribute } from '@/lib/commands/attribute/change';
import { createAttribute } from '@/lib/commands/attribute/create';
import { orderAttributes } from '@/lib/commands/attribute/order';

export const createAttributeAction = action(createAttribute);
export const changeAttributeAction = action(changeAttribute);
export const archiveAttributeAction = action(archiveAttribute);
export const orderAttributesAction = action(orderAttributes);
