import { skillList } from '@/lib/queries/skills/skill-list';
import { read } from '@/lib/route';

export const GET = read((actor) => skillList(actor));
