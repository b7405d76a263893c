import { app } from './app';
import { arabic } from './arabic';
import { business } from './business';
import { counter } from './counter';
import { evening } from './evening';
import { french } from './french';
import { german } from './german';
import { guests } from './guests';
import { japanese } from './japanese';
import { junk } from './junk';
import { letters } from './letters';
import { orders } from './orders';
import { parcels } from './parcels';
import { sagas } from './sagas';
import { scoops } from './scoops';
import type { Script } from './script';
import { spanish } from './spanish';
import { support } from './support';
import { walter } from './walter';

export type Language = 'en' | 'es' | 'de' | 'ja' | 'ar' | 'fr';

/** What somebody in particular said. */
export const named: readonly Script[] = [
  ...business,
  ...guests,
  ...support,
  ...sagas,
  ...walter,
  ...letters,
  ...junk,
];

/** What anybody may have said; each is said once, by a passer-by who speaks that language. */
export const shelves: Readonly<Record<Language, readonly Script[]>> = {
  en: [...orders, ...counter, ...parcels, ...scoops, ...app, ...evening],
  es: spanish,
  de: german,
  ja: japanese,
  ar: arabic,
  fr: french,
};
