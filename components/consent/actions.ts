'use server';

import { action } from '@/lib/action';
import { recordConsent } from '@/lib/commands/consent/record';
import { changeContactZone } from '@/lib/commands/contact/change-zone';

export const recordConsentAction = action(recordConsent);
export const changeContactZoneAction = action(changeContactZone);
