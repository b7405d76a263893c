import 'server-only';
import { and, eq } from 'drizzle-orm';
import { channels } from '@/db/schema/channels';
import { identities } from '@/db/schema/people';
import type { RelationFactName } from '@/lib/domain/permissions/relation';
import type { CommandContext, Outcome } from '../command';
import { learn } from './learn';

/** What a network told of a person and a channel by itself. */
type ToldRelation = {
  channelId: string;
  participant: { externalId: string };
  fact: RelationFactName;
  value: boolean;
  at?: Date | undefined;
};

/**
 * Keeps that somebody follows or blocks, or no longer does. Of people whom nobody here knows nothing is
 * kept: a brand's followers are not its contacts.
 */
export async function relationTold(
  context: CommandContext<null>,
  { channelId, participant, fact, value, at }: ToldRelation,
): Promise<Outcome<'received' | 'unknown' | 'gone'>> {
  const { tx, workspaceId } = context;
  const [channel] = await tx
    .select({ network: channels.network })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
  if (!channel) return { value: 'gone', events: [] };
  const [person] = await tx
    .select({ id: identities.id })
    .from(identities)
    .where(
      and(
        eq(identities.workspaceId, workspaceId),
        eq(identities.network, channel.network),
        eq(identities.externalId, participant.externalId),
      ),
    );
  if (!person) return { value: 'unknown', events: [] };
  const learned = [{ name: fact, value, source: 'event' } as const];
  const events = await learn(context, { channelId, identityId: person.id }, { learned, at });
  return { value: 'received', events };
}
