import { changeGuide } from '@/lib/commands/member/change-guide';
import { guideView } from '@/lib/queries/members/guide';
import { read, write } from '@/lib/route';

export const GET = read((actor) => guideView(actor));
export const PUT = write(changeGuide);
