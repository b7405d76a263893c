import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { PermissionFacts } from '@/lib/domain/permissions/reply-input';
import { permissionFactsOf, strangerFacts } from '@/lib/permission-facts';
import { contactName } from '../inbox/columns';
import { inSnapshot, notFound } from '../inbox/in-conversation';
import { requirePermission } from '../permission';

/** One brand account, and what would be known of somebody who is a stranger to it. */
export type TestableChannel = {
  id: string;
  network: string;
  handle: string;
  facts: PermissionFacts;
};

/** Two sides as they really stand to each other. */
export type RealCase = {
  channel: { id: string; network: string; handle: string };
  contact: { name: string; handle: string | null };
  facts: PermissionFacts;
};

/** What the rule tester may begin with: each channel of the workspace, the oldest first. */
export async function testableChannels(actor: Actor): Promise<TestableChannel[]> {
  requirePermission(actor, 'rules.test');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const channels = await channelsOf(tx, actor.workspaceId);
      const known = await strangerFacts(tx, actor.workspaceId);
      return known.flatMap(({ channelId, facts }) => {
        const channel = channels.find(({ id }) => id === channelId);
        return channel ? [{ ...channel, facts }] : [];
      });
    },
    'read',
  );
}

/** What is known of the two sides of a conversation, each fact with its source and age. */
export async function realCase(actor: Actor, conversationId: string): Promise<RealCase> {
  requirePermission(actor, 'rules.test');
  return await inSnapshot(actor, conversationId, async (tx) => {
    const [sides] = await prepared<Omit<RealCase, 'facts'>>(tx, {
      name: 'rule_test_sides',
      text: `
        select json_build_object('id', h.id, 'network', h.network, 'handle', h.handle) as channel,
          json_build_object('name', ${contactName}, 'handle', i.handle) as contact
        from conversations c
        join channels h on h.workspace_id = c.workspace_id and h.id = c.channel_id
        join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
        where c.workspace_id = $1 and c.id = $2`,
      values: [actor.workspaceId, conversationId],
    });
    const facts = await permissionFactsOf(tx, actor.workspaceId, { conversationId });
    if (!sides || !facts) throw notFound();
    return { ...sides, facts };
  });
}

async function channelsOf(tx: Tx, workspaceId: string) {
  return await prepared<Omit<TestableChannel, 'facts'>>(tx, {
    name: 'rule_test_channels',
    text: 'select id, network, handle from channels where workspace_id = $1',
    values: [workspaceId],
  });
}
