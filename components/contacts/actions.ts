'use server';

import { action } from '@/lib/action';
import { changeContact } from '@/lib/commands/contact/change';

export const changeContactAction = action(changeContact);
