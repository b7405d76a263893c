'use client';

import { InField } from '../replies/in-field';
import { Approved } from './approved';
import { ColleagueDrafts } from './colleague-drafts';
import { CollisionPanel } from './collision-panel';

/** What the composer does not need to be written in: one load for all of it, after the first paint. */
export const lateParts = { InField, Approved, ColleagueDrafts, CollisionPanel };
