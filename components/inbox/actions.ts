'use server';

import { action } from '@/lib/action';
import { changeSavedView } from '@/lib/commands/view/change';
import { createSavedView } from '@/lib/commands/view/create';
import { deleteSavedView } from '@/lib/commands/view/delete';

export const createSavedViewAction = action(createSavedView);
export const changeSavedViewAction = action(changeSavedView);
export const deleteSavedViewAction = action(deleteSavedView);
