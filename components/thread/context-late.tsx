'use client';

import { AssignedBy } from '../routing/assigned-by';
import { Activity } from './activity';
import { EarlierVisits } from './earlier-visits';

/** What the context shows only once it has asked for it: one load for all of it, after the first paint. */
export const contextLate = { AssignedBy, Activity, EarlierVisits };
