import 'server-only';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { bulkChanged, bulkFor, moveBulk, named } from './bulk-for';

/** Ends one's decision about a view where it is: what is changed already stays so. */
export const cancelBulk = command({
  permission: 'conversation.triage',
  input: named,
  async run(context, { bulkId }) {
    const bulk = await bulkFor(context, bulkId);
    if (bulk.state !== 'running') {
      throw new Refusal('conflict', 'This is not running any more.');
    }
    await moveBulk(context, bulk, { state: 'cancelled' });
    return { value: null, events: [bulkChanged(bulk)] };
  },
});
