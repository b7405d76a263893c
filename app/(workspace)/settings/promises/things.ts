import 'server-only';
import type { Things } from '@/components/promises/things';
import type { Actor } from '@/lib/domain/access/can';
import { channelList } from '@/lib/queries/channels/channel-list';
import { memberList } from '@/lib/queries/inbox/members';
import { labelList } from '@/lib/queries/labels/label-list';
import { teamList } from '@/lib/queries/teams/team-list';

/** What a policy can name in this workspace. */
export async function thingsFor(actor: Actor): Promise<Things> {
  const [channels, teams, labels, members] = await Promise.all([
    channelList(actor),
    teamList(actor),
    labelList(actor),
    memberList(actor),
  ]);
  return { channels, teams, labels, members };
}
