'use server';

import { action } from '@/lib/action';
import { archiveCalendar } from '@/lib/commands/sla/archive-calendar';
import { saveCalendar } from '@/lib/commands/sla/save-calendar';

export const saveCalendarAction = action(saveCalendar);
export const archiveCalendarAction = action(archiveCalendar);
