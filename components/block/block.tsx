'use client';

import { useQueryClient } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import { networkName } from '@/lib/domain/channel/network-name';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { useShortcut } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { BlockBar, SpamBar } from './block-bar';
import { setBlocked } from './blocking';
import { endsBlock } from './ends-block';

const BlockSheet = lazy(() =>
  import('./block-sheet').then((loaded) => ({ default: loaded.BlockSheet })),
);

/** How it stands with a block of this contact, and the way to it: from the menus, the palette and what refuses. */
export function Block({ conversation }: { conversation: Conversation }) {
  const client = useQueryClient();
  const may = useCan('contact.block');
  const [asking, setAsking] = useState(false);
  const { block, channel, status, quarantine } = conversation;
  const network = networkName(channel.network);
  const wish = (blocked: boolean) => void setBlocked(client, conversation, blocked);
  const ends = endsBlock(conversation);
  const run = ends ? () => wish(false) : () => setAsking(true);
  // Without their name: whoever types that wants to go to them.
  useShortcut('block', may ? run : null, { label: `${ends ? 'Unblock' : 'Block'} on ${network}` });
  const isPlainSpam = status === 'spam' && !quarantine;
  return (
    <>
      {block ? (
        <BlockBar conversation={conversation} block={block} onWish={may ? wish : null} />
      ) : null}
      {!block && isPlainSpam && may ? (
        <SpamBar network={network} onBlock={() => setAsking(true)} />
      ) : null}
      {asking ? (
        <Late>
          <BlockSheet conversation={conversation} onClose={() => setAsking(false)} />
        </Late>
      ) : null}
    </>
  );
}
