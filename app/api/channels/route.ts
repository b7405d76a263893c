import { channelList } from '@/lib/queries/channels/channel-list';
import { read } from '@/lib/route';

export const GET = read((actor) => channelList(actor));
