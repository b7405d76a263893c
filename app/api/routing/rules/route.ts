import { routingSettings } from '@/lib/queries/rulebook/settings';
import { read } from '@/lib/route';

export const GET = read((actor) => routingSettings(actor));
