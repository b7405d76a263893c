'use client';

import { AboutContact } from '../contacts/about-contact';
import { AssignedBy } from '../routing/assigned-by';
import { RoutedBy } from '../routing/routed-by';
import { Activity } from './activity';

/** What the context shows only once it has asked for it: one load for all of it, after the first paint. */
export const contextLate = { AboutContact, AssignedBy, RoutedBy, Activity };
