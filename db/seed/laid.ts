import type { Past } from './history';
import type { Known } from './rows';

/** A conversation as it was laid out. */
export type Laid = Past & Known & { id: string; messageIds: readonly string[]; username: string };
