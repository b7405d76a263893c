import { doorEffects } from '@/lib/queries/door/door-effects';
import { read } from '@/lib/route';

export const GET = read<{ channelId: string }, unknown>((actor, { channelId }) =>
  doorEffects(actor, channelId),
);
