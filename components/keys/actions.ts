'use server';

import { action } from '@/lib/action';
import { createKey } from '@/lib/commands/key/create';
import { revokeKey } from '@/lib/commands/key/revoke';

export const createKeyAction = action(createKey);
export const revokeKeyAction = action(revokeKey);
