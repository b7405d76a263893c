import { queryOptions } from '@tanstack/react-query';
import type { PickerLine } from '@/lib/queries/replies/picker';
import type { PickerReply, PickerSide } from '@/lib/queries/replies/views';
import { afterPaint } from '../shell/after-paint';
import { readJson } from '../shell/read-json';

/** Every reply that can be put into a message now. Events say when it is another list. */
export const pickerQuery = queryOptions({
  queryKey: ['reply-picker'],
  queryFn: async ({ signal }) => {
    await afterPaint();
    const lines = await readJson<PickerLine[]>('/api/replies/picker', signal);
    return lines.map(whole);
  },
});

/** What a conversation fills into a reply, and by what one is chosen for it. */
export function sideQuery(conversationId: string) {
  return queryOptions({
    queryKey: ['reply-side', conversationId],
    queryFn: async ({ signal }) => {
      await afterPaint();
      const path = `/api/conversations/${encodeURIComponent(conversationId)}/reply-side`;
      return await readJson<PickerSide>(path, signal);
    },
  });
}

/** With what was left out on the way because it is as with most. */
function whole({ versions, ...line }: PickerLine): PickerReply {
  return {
    folder: '',
    channelIds: [],
    sentFor: {},
    lastSentAt: null,
    ...line,
    versions: versions.map((version) => ({
      allowance: 'locked',
      media: [],
      actions: {},
      ...version,
    })),
  };
}
