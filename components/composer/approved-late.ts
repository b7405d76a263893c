'use client';

import { InField } from '../replies/in-field';
import { Approved } from './approved';

/** What the composer shows of approved replies: one load for all of it, after the first paint. */
export const approvedLate = { InField, Approved };
