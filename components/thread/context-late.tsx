'use client';

import { AssignedBy } from '../routing/assigned-by';
import { RoutedBy } from '../routing/routed-by';
import { WhatElse } from './what-else';

/** What the context shows only once it has asked for it: one load for all of it, after the first paint. */
export const contextLate = { AssignedBy, RoutedBy, WhatElse };
