import type { Metadata } from 'next';
import { ChannelLine } from '@/components/channels/channel-line';
import { ConnectButton } from '@/components/channels/connect-button';
import { ConnectOutcome } from '@/components/channels/connect-outcome';
import { KeepFresh } from '@/components/channels/keep-fresh';
import { QuarantinedLine } from '@/components/channels/quarantined-line';
import { PageFrame, Section } from '@/components/settings/page-frame';
import { EmptyState } from '@/components/ui/empty-state';
import { actorForPage } from '@/lib/auth/page-actor';
import { can } from '@/lib/domain/access/can';
import { networks } from '@/lib/networks/registry';
import { channelHealth } from '@/lib/queries/channels/channel-health';
import { quarantinedInbound } from '@/lib/queries/inbound/quarantined';

export const metadata: Metadata = { title: 'Channels' };

type Props = { searchParams: Promise<{ connect?: string | string[] }> };

export default async function ChannelsPage({ searchParams }: Props) {
  const actor = await actorForPage();
  const { connect } = await searchParams;
  const channels = await channelHealth(actor);
  const quarantined = can(actor, 'inbound.inspect') ? await quarantinedInbound(actor) : [];
  const mayChange = can(actor, 'channel.connect');
  const labelOf = (network: string) => networks.get(network)?.label ?? network;
  return (
    <PageFrame
      title="Channels"
      lead="The brand accounts that this inbox answers for, and what is known about each of them."
    >
      <KeepFresh channels={channels} />
      <ConnectOutcome outcome={typeof connect === 'string' ? connect : undefined} />
      <Section id="channels" title={`Channels (${channels.length})`}>
        {channels.length === 0 ? (
          <EmptyState title="No account is connected">
            {mayChange ? 'Connect one, and its messages arrive here.' : 'An admin can connect one.'}
          </EmptyState>
        ) : (
          <ul className="rounded-lg border border-line bg-panel">
            {channels.map((channel) => (
              <ChannelLine
                key={channel.id}
                channel={channel}
                networkLabel={labelOf(channel.network)}
                mayChange={mayChange}
              />
            ))}
          </ul>
        )}
      </Section>
      {mayChange ? (
        <Section id="connect" title="Connect an account">
          <div className="flex flex-wrap items-center gap-2">
            {[...networks].map(([name, { label }]) => (
              <ConnectButton key={name} network={name} label={`Connect an account on ${label}`} />
            ))}
          </div>
        </Section>
      ) : null}
      {quarantined.length > 0 ? (
        <Section id="quarantined" title={`Set aside (${quarantined.length})`}>
          <p className="mb-2 text-ink-2">
            The network delivered these, and Porchlight kept them, but could not take them in.
          </p>
          <ul className="rounded-lg border border-line bg-panel">
            {quarantined.map((delivery) => (
              <QuarantinedLine
                key={delivery.id}
                delivery={delivery}
                networkLabel={labelOf(delivery.network)}
              />
            ))}
          </ul>
        </Section>
      ) : null}
    </PageFrame>
  );
}
