import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/access/can';
import { toCursor } from '@/lib/queries/inbox/cursor';
import type { Things } from './neighbour';

type Input = (things: Things) => Record<string, unknown>;

/** Every server action of the product: who may, and with which object. A new one without a line here fails. */
export const actions: Record<
  string,
  { may: readonly Role[]; input: Input; own?: 'not tried' | 'nobody’s' }
> = {
  replyAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      conversationId: it.conversation,
      clientKey: randomUUID(),
      body: 'x',
      seenSeq: 1e9,
    }),
  },
  noteAction: {
    may: ['agent', 'lead', 'marketer'],
    input: (it) => ({ conversationId: it.conversation, clientKey: randomUUID(), body: 'x' }),
  },
  claimConversationAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  assignConversationAction: {
    may: ['lead'],
    input: (it) => ({
      conversationId: it.conversation,
      memberId: it.member,
      expectedOwnerId: null,
    }),
  },
  closeConversationAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation, version: 1 }),
  },
  reopenConversationAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation, version: 1 }),
  },
  cancelDeliveryAction: { may: ['agent', 'lead'], input: (it) => ({ messageId: it.message }) },
  releaseDeliveryAction: { may: ['agent', 'lead'], input: (it) => ({ messageId: it.message }) },
  retryDeliveryAction: { may: ['agent', 'lead'], input: (it) => ({ messageId: it.message }) },
  settleDeliveryAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ messageId: it.message, decision: 'discard' }),
  },
  inviteMemberAction: {
    may: ['admin'],
    input: () => ({ email: `${randomUUID()}@example.test`, roles: ['agent'] }),
    own: 'nobody’s',
  },
  revokeInvitationAction: { may: ['admin'], input: (it) => ({ invitationId: it.invitation }) },
  changeRolesAction: { may: ['admin'], input: (it) => ({ memberId: it.member, roles: ['agent'] }) },
  removeMemberAction: { may: ['admin'], input: (it) => ({ memberId: it.member }) },
  revokeSessionAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: (it) => ({ sessionId: it.session }),
    own: 'not tried',
  },
  switchWorkspaceAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: (it) => ({ workspaceId: it.workspace }),
    own: 'not tried',
  },
  disconnectChannelAction: {
    may: ['admin'],
    input: (it) => ({ channelId: it.channel }),
    own: 'not tried',
  },
  checkChannelAction: { may: ['admin'], input: (it) => ({ channelId: it.channel }) },
  redriveInboundAction: {
    may: ['admin'],
    input: (it) => ({ inboundId: it.inbound }),
    own: 'not tried',
  },
};

/** Actions for people who are not signed in yet, tried elsewhere. */
export const beforeSignIn: Record<string, string> = {
  signInAction: 'throttle (database tests), journeys',
  acceptInvitationAction: 'races and closed links (database tests), journeys',
};

/** A cursor as the product makes them, so that what is asked for is all that can be wrong. */
const aPlace = toCursor([
  '2030-01-01T00:00:00.000000Z',
  '1',
  '01900000-0000-7000-8000-000000000000',
]);

/** Every route that answers with data: what each kind of visitor is told, and for objects, the path. */
export const reads: Record<string, { path: (things: Things) => string; object?: true }> = {
  '/api/conversations/route': { path: () => '/api/conversations?view=open' },
  '/api/conversations/[conversationId]/route': {
    path: (it) => `/api/conversations/${it.conversation}`,
    object: true,
  },
  '/api/conversations/[conversationId]/messages/route': {
    path: (it) => `/api/conversations/${it.conversation}/messages?before=${aPlace}`,
    object: true,
  },
  '/api/views/route': { path: () => '/api/views' },
  '/api/members/route': { path: () => '/api/members' },
  '/api/channels/route': { path: () => '/api/channels' },
  '/api/me/route': { path: () => '/api/me' },
};

/** Routes with rules of their own, tried elsewhere. */
export const elsewhere: Record<string, string> = {
  '/api/auth/[...nextauth]/route': 'signing in (journeys)',
  '/api/webhooks/[network]/route': 'signed bodies (hostile)',
  '/api/live/route': 'below and in stream',
  '/api/connect/[network]/start/route': 'below',
  '/api/connect/[network]/callback/route': 'below',
  '/healthz/route': 'public by intent: says nothing',
  '/readyz/route': 'public by intent: says nothing',
  '/metrics/route': 'below',
  '/sign-in/workspace/route': 'below',
  '/sign-in/sso/route': 'starts the company’s sign-in (journeys)',
  '/sign-out/route': 'below',
  '/icon.svg/route': 'a picture',
  '/manifest.webmanifest/route': 'a name and a picture',
  '/favicon.ico/route': 'a picture',
};

export const pages: ((things: Things) => string)[] = [
  () => '/inbox/open',
  (it) => `/inbox/open/${it.conversation}`,
  () => '/settings/members',
  () => '/settings/sessions',
  () => '/settings/channels',
];

export const visitors = [
  'nobody',
  'agent',
  'lead',
  'marketer',
  'admin',
  'removed',
  'neighbour',
] as const;
export type Visitor = (typeof visitors)[number];
