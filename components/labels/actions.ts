'use server';

import { action } from '@/lib/action';
import { archiveLabel } from '@/lib/commands/label/archive';
import { changeLabel } from '@/lib/commands/label/change';
import { createLabel } from '@/lib/commands/label/create';

export const createLabelAction = action(createLabel);
export const changeLabelAction = action(changeLabel);
export const archiveLabelAction = action(archiveLabel);
