import type { ChannelView, LabelView, MemberView, TeamView } from '@/lib/queries/inbox/views';

/** What policies can name. */
export type Things = {
  channels: readonly ChannelView[];
  teams: readonly TeamView[];
  labels: readonly LabelView[];
  members: readonly MemberView[];
};

export type Named = { id: string; name: string; gone: boolean };

/** The things of each kind by name; those out of use are offered only where they were chosen. */
export function namedThings({ channels, teams, labels, members }: Things) {
  return {
    channelIds: channels.map(({ id, handle, status }) => ({
      id,
      name: `@${handle}`,
      gone: status === 'disconnected',
    })),
    teamIds: teams.map(({ id, name, archived }) => ({ id, name, gone: archived })),
    labelIds: labels.map(({ id, name, archived }) => ({ id, name, gone: archived })),
    memberIds: members.map(({ id, name, removed }) => ({ id, name, gone: removed })),
  } satisfies Record<string, Named[]>;
}

export function nameOf(things: readonly Named[], id: string): string {
  return things.find((thing) => thing.id === id)?.name ?? 'something that is gone';
}
