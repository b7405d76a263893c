'use client';

import type { ReactNode } from 'react';
import { pagesOf } from '@/lib/domain/channel/links';
import { networkName } from '@/lib/domain/channel/network-name';
import type { Remedy } from '@/lib/domain/permissions/remedies';
import { RecordConsentButton } from '../consent/record-consent';
import { useCan } from '../shell/me';
import { perform } from '../shell/shortcuts';
import type { Conversation } from '../thread/conversation';
import { copyText } from '../thread/copy-text';
import { Button, buttonClass } from '../ui/button';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { ApproveButton } from './approve-button';
import type { Asking } from './asking';
import { remedyWords } from './remedy-words';

/** What can be done about a no: each as a thing to press, or a sentence where somebody else must act. */
export function Remedies({
  remedies,
  conversation,
  asking,
}: {
  remedies: readonly Remedy[];
  conversation: Conversation;
  asking: Asking;
}) {
  return (
    <ul className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      {remedies.map((remedy) => (
        <li key={remedy.kind}>
          <RemedyLine remedy={remedy} conversation={conversation} asking={asking} />
        </li>
      ))}
    </ul>
  );
}

type Props = { remedy: Remedy; conversation: Conversation; asking: Asking };

function RemedyLine({ remedy, conversation, asking }: Props) {
  const { zone } = useClock();
  const mayConnect = useCan('channel.connect');
  const mayApprove = useCan('outreach.approve');
  const { channel, contact } = conversation;
  const pages = pagesOf(channel.network);
  const network = networkName(channel.network);
  const words = remedyWords(remedy, { network, zone });
  switch (remedy.kind) {
    case 'check':
      return (
        <Button disabled={asking.underway} onClick={asking.start}>
          {asking.underway ? `Asking ${network}` : `Ask ${network} again`}
        </Button>
      );
    case 'invite':
      return <CopyLink link={pages?.message(channel)}>Copy the link to write to us</CopyLink>;
    case 'ask_to_follow':
      return <CopyLink link={pages?.follow(channel)}>Copy the link to follow us</CopyLink>;
    case 'follow_them':
      return <Outside to={contact.handle && pages?.profile(contact.handle)}>Follow them</Outside>;
    case 'unblock':
      return <Unblock conversation={conversation} />;
    case 'answer_there':
      return <Outside to={placeToAnswer(conversation)}>{`Answer on ${network}`}</Outside>;
    case 'wait_for_them':
      return (
        <Said>
          {conversation.kind === 'public'
            ? 'When they name or quote the account, you can answer here.'
            : 'When they write, you can answer.'}
        </Said>
      );
    case 'connect_channel':
      return mayConnect ? (
        <SoftLink href="/settings/channels" className={buttonClass()}>
          Channels
        </SoftLink>
      ) : (
        <Said>{words}</Said>
      );
    case 'record_consent':
      return <RecordConsentButton conversation={conversation} />;
    case 'open_door':
      return (
        <>
          <Said>Our own door may be closed to them.</Said>{' '}
          <SoftLink href="/door" className={buttonClass()}>
            See the door
          </SoftLink>
        </>
      );
    case 'ask':
      return remedy.about === 'approval' && mayApprove ? (
        <ApproveButton conversationId={conversation.id} />
      ) : (
        <Said>{words}</Said>
      );
    default:
      return <Said>{words}</Said>;
  }
}

/** In the network's own app a person may answer what no app may. */
function placeToAnswer({ channel, publicThread, inPublic }: Conversation): string | undefined {
  const pages = pagesOf(channel.network);
  const post = inPublic?.answers ?? publicThread;
  return post ? pages?.post(post) : pages?.messages;
}

function Said({ children }: { children: string }) {
  return <span className="text-ink-2">{children}</span>;
}

function CopyLink({ link, children }: { link: string | undefined; children: ReactNode }) {
  if (!link) return null;
  return <Button onClick={() => void copyText(link)}>{children}</Button>;
}

/** What we ordered ourselves is ended here; a block that somebody set on the network, there. */
function Unblock({ conversation: { block, channel, contact } }: { conversation: Conversation }) {
  const may = useCan('contact.block');
  if (block?.blockedAt && may) return <Button onClick={() => perform('block')}>Unblock</Button>;
  return (
    <Outside to={contact.handle && pagesOf(channel.network)?.profile(contact.handle)}>
      {`Unblock them on ${networkName(channel.network)}`}
    </Outside>
  );
}

function Outside({ to, children }: { to: string | null | undefined; children: string }) {
  if (!to) return <Said>{`${children}.`}</Said>;
  return (
    <a href={to} target="_blank" rel="noreferrer" className={buttonClass()}>
      {children}
    </a>
  );
}
