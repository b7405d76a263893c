import 'server-only';
import type { PromiseNames } from '@/components/reports/promise-choice';
import type { Actor } from '@/lib/domain/access/can';
import { channelList } from '@/lib/queries/channels/channel-list';
import { memberList } from '@/lib/queries/inbox/members';
import { labelList } from '@/lib/queries/labels/label-list';
import { teamList } from '@/lib/queries/teams/team-list';

/** What promises can be narrowed to. Also those that are archived or have left: promises of theirs are counted. */
export async function promiseNames(actor: Actor): Promise<PromiseNames> {
  const [channels, teams, members, labels] = await Promise.all([
    channelList(actor),
    teamList(actor),
    memberList(actor),
    labelList(actor),
  ]);
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name });
  return {
    channels: channels.map(({ id, handle }) => ({ id, name: `@${handle}` })),
    teams: teams.map(named),
    members: members.map(named),
    labels: labels.map(named),
  };
}
