import 'server-only';
import { and, eq } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import type { CommandContext } from '../command';
import { bindDelivery } from './bind';
import type { Consequences } from './move';

/** The network shows us a message whose id we have: if it is one of ours, it takes the network's time. */
export async function confirmSent(
  context: CommandContext<null>,
  { channelId, externalId, at }: { channelId: string; externalId: string; at: Date },
): Promise<Consequences> {
  const { tx, workspaceId } = context;
  const [ours] = await tx
    .select({ messageId: messages.id })
    .from(messages)
    .innerJoin(
      deliveries,
      and(eq(deliveries.workspaceId, messages.workspaceId), eq(deliveries.messageId, messages.id)),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.channelId, channelId),
        eq(messages.externalId, externalId),
      ),
    );
  if (!ours) return { events: [], nudges: [] };
  const { events, nudges } = await bindDelivery(context, { ...ours, externalId, at });
  return { events, nudges };
}
