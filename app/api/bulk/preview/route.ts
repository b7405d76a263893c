import { changeFrom } from '@/lib/queries/bulk/params';
import { previewBulk } from '@/lib/queries/bulk/preview';
import { listRequestFrom } from '@/lib/queries/inbox/list-params';
import { read } from '@/lib/route';

export const GET = read((actor, _, search) =>
  previewBulk(actor, { request: listRequestFrom(search), change: changeFrom(search) }),
);
