import { Refusal } from '@/lib/domain/refusal';
import { refused } from '@/lib/route';

/** What stands nowhere answers as data does, not as a page. */
export function GET(): Response {
  return refused(new Refusal('not_found', 'There is nothing here.'));
}
