import { ruleVersions } from '@/lib/queries/rulebook/settings';
import { read } from '@/lib/route';

export const GET = read<{ ruleId: string }, unknown>((actor, { ruleId }) =>
  ruleVersions(actor, ruleId),
);
