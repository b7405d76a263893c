'use server';

import { action } from '@/lib/action';
import { archiveLink } from '@/lib/commands/link/archive';
import { changeLink } from '@/lib/commands/link/change';
import { createLink } from '@/lib/commands/link/create';

export const createLinkAction = action(createLink);
export const changeLinkAction = action(changeLink);
export const archiveLinkAction = action(archiveLink);
