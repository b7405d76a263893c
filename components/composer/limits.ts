import { textLimits } from '@/lib/domain/conversation/conversation';
import type { Mode } from './attempt';

const nearTheEnd = 500;
const nearTheEndInPublic = 80;

/** How many characters still fit; negative when it is too long. Counted as people count, not in code units. */
export function leftOf(mode: Mode, text: string): number {
  return textLimits[mode] - [...text].length;
}

/** Whether the count is worth showing. */
export function isNearLimit(left: number, isPublic = false): boolean {
  return left <= (isPublic ? nearTheEndInPublic : nearTheEnd);
}
