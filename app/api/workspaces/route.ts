import { workspacesOf } from '@/lib/queries/members/workspaces-of';
import { read } from '@/lib/route';

export const GET = read((actor) => workspacesOf(actor.userId));
