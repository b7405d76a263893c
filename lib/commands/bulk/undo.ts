import 'server-only';
import { canBeUndone } from '@/lib/domain/conversation/bulk';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { bulkChanged, bulkFor, moveBulk, named } from './bulk-for';

/** Begins to take back all that one's decision about a view changed and nobody touched since. */
export const undoBulk = command({
  permission: 'conversation.triage',
  input: named,
  async run(context, { bulkId }) {
    const bulk = await bulkFor(context, bulkId);
    if (!canBeUndone(bulk.state)) {
      throw new Refusal(
        'conflict',
        bulk.state === 'running'
          ? 'It is still under way. Cancel it first.'
          : 'It was taken back already.',
      );
    }
    await moveBulk(context, bulk, { state: 'undoing' });
    return { value: null, events: [bulkChanged(bulk)], nudges: ['bulk'] };
  },
});
