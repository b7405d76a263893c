import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/access/can';
import { toCursor } from '@/lib/queries/inbox/cursor';
import { replyActions, replyReads } from './matrix-replies';
import type { Things } from './neighbour';

type Input = (things: Things) => Record<string, unknown>;

function aRule() {
  const effects = { priority: { to: 'low', atLeast: true } };
  return { name: randomUUID(), enabled: false, conditions: [], effects };
}

/** Every server action of the product: who may, and with which object. A new one without a line here fails. */
export const actions: Record<
  string,
  { may: readonly Role[]; input: Input; own?: 'not tried' | 'nobody’s' }
> = {
  ...replyActions,
  replyAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      conversationId: it.conversation,
      clientKey: randomUUID(),
      body: 'x',
      seenSeq: 1e9,
    }),
  },
  inviteAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      conversationId: it.conversation,
      clientKey: randomUUID(),
      textId: randomUUID(),
      seenSeq: 1e9,
    }),
  },
  addInvitationAction: {
    may: ['marketer', 'admin'],
    input: () => ({ body: 'Write to us in private.' }),
    own: 'nobody’s',
  },
  changeInvitationAction: {
    may: ['marketer', 'admin'],
    input: (it) => ({ textId: it.invitationText, body: 'Write to us in private, please.' }),
    own: 'not tried',
  },
  removeInvitationAction: {
    may: ['marketer', 'admin'],
    input: (it) => ({ textId: it.invitationText }),
    own: 'not tried',
  },
  writePrivatelyAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  noteAction: {
    may: ['agent', 'lead', 'marketer'],
    input: (it) => ({ conversationId: it.conversation, clientKey: randomUUID(), body: 'x' }),
  },
  undoSendAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ messageId: it.message }),
    own: 'not tried',
  },
  takeOverDraftAction: {
    may: ['lead'],
    input: (it) => ({ conversationId: it.conversation, memberId: it.member, mode: 'reply' }),
    own: 'not tried',
  },
  recordConsentAction: {
    may: ['agent', 'lead', 'marketer'],
    input: (it) => ({
      conversationId: it.conversation,
      scope: 'offers',
      granted: false,
      told: 'by phone',
    }),
  },
  changeContactZoneAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation, zone: '' }),
  },
  changeContactAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ contactId: it.contact, changes: [{ field: 'vip', to: true }] }),
  },
  createAttributeAction: {
    may: ['lead', 'admin'],
    input: () => ({
      name: randomUUID(),
      key: `k${randomUUID().replaceAll('-', '')}`,
      type: 'text',
      choices: '',
    }),
    own: 'nobody’s',
  },
  changeAttributeAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ attributeId: it.attribute, name: randomUUID(), choices: '' }),
  },
  archiveAttributeAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ attributeId: it.attribute, archived: false }),
  },
  orderAttributesAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ order: [it.attribute] }),
  },
  createKeyAction: {
    may: ['admin'],
    input: () => ({ name: randomUUID() }),
    own: 'nobody’s',
  },
  revokeKeyAction: { may: ['admin'], input: (it) => ({ keyId: it.apiKey }) },
  approveOutreachAction: {
    may: ['lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  changePolicyAction: {
    may: ['admin'],
    input: () => ({}),
    own: 'nobody’s',
  },
  changeConsentWordsAction: {
    may: ['admin'],
    input: () => ({
      stop: 'STOP',
      no_offers: '',
      back: '',
      stopConfirmation: '',
      offersConfirmation: '',
    }),
    own: 'nobody’s',
  },
  createOfferAction: {
    may: ['marketer'],
    input: (it) => ({ channelId: it.channel, name: 'Matrix', body: '' }),
  },
  changeOfferAction: {
    may: ['marketer'],
    input: (it) => ({ offerId: it.offer, version: 1, name: 'Matrix', body: 'x', labelIds: [] }),
  },
  addOfferCodesAction: {
    may: ['marketer'],
    input: (it) => ({ offerId: it.offer, csv: 'A1' }),
  },
  removeOfferCodesAction: {
    may: ['marketer'],
    input: (it) => ({ offerId: it.offer }),
  },
  approveOfferAction: {
    may: ['marketer', 'lead', 'admin'],
    input: (it) => ({ offerId: it.offer, version: 1 }),
    own: 'not tried',
  },
  stepOfferAction: {
    may: ['marketer'],
    input: (it) => ({ offerId: it.offer, version: 1, step: 'pause' }),
  },
  askNetworkAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  blockContactAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  unblockContactAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  claimConversationAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  changeConversationsAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      items: [{ conversationId: it.conversation }],
      change: { kind: 'priority', priority: 'high' },
    }),
  },
  giveOutAction: {
    may: ['lead'],
    input: (it) => ({
      items: [{ conversationId: it.conversation, version: 1, memberId: it.member }],
    }),
  },
  startBulkAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      bulkId: randomUUID(),
      view: `saved-${it.view}`,
      q: '',
      zone: 'UTC',
      change: { kind: 'priority', priority: 'high' },
      seq: 0,
    }),
    own: 'not tried',
  },
  cancelBulkAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ bulkId: it.bulk }),
    own: 'not tried',
  },
  undoBulkAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ bulkId: it.bulk }),
    own: 'not tried',
  },
  undoChangesAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      items: [{ conversationId: it.conversation, version: 1, before: { priority: 'low' } }],
    }),
  },
  noAnswerNeededAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ conversationId: it.conversation }),
  },
  createSavedViewAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: () => ({ name: 'Mine and open', query: 'owner:me' }),
    own: 'nobody’s',
  },
  changeSavedViewAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: (it) => ({ viewId: it.view, name: 'x' }),
    own: 'not tried',
  },
  deleteSavedViewAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: (it) => ({ viewId: it.view }),
    own: 'not tried',
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
  renewInvitationAction: { may: ['admin'], input: (it) => ({ invitationId: it.invitation }) },
  signOutMemberAction: { may: ['admin'], input: (it) => ({ memberId: it.member }) },
  revokeOtherSessionsAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: () => ({}),
    own: 'nobody’s',
  },
  changeNameAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: () => ({ name: 'Somebody Else' }),
    own: 'nobody’s',
  },
  changeUndoTimeAction: {
    may: ['admin'],
    input: () => ({ seconds: '5' }),
    own: 'nobody’s',
  },
  renameWorkspaceAction: {
    may: ['admin'],
    input: () => ({ name: 'Salted Caramel Creamery' }),
    own: 'nobody’s',
  },
  createLabelAction: {
    may: ['lead', 'admin'],
    input: () => ({ name: randomUUID(), colour: 'teal' }),
    own: 'nobody’s',
  },
  changeLabelAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ labelId: it.label, name: randomUUID(), colour: 'teal' }),
  },
  archiveLabelAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ labelId: it.label, archived: true }),
  },
  correctIntentAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ messageId: it.message, intent: 'other' }),
    own: 'not tried',
  },
  blockDomainAction: {
    may: ['lead', 'admin'],
    input: () => ({ domain: `${randomUUID()}.example` }),
    own: 'nobody’s',
  },
  unblockDomainAction: {
    may: ['lead', 'admin'],
    input: () => ({ domain: 'not-blocked.example' }),
    own: 'not tried',
  },
  resetLearningAction: { may: ['lead', 'admin'], input: () => ({}), own: 'nobody’s' },
  saveCalendarAction: {
    may: ['lead', 'admin'],
    input: () => ({
      calendarId: null,
      basedOn: null,
      name: randomUUID(),
      timeZone: 'Europe/Berlin',
      weekly: [[{ start: '09:00', end: '17:00' }], [], [], [], [], [], []],
      exceptions: [],
      applyTo: 'new',
    }),
    own: 'nobody’s',
  },
  archiveCalendarAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ calendarId: it.calendar, archived: true }),
    own: 'not tried',
  },
  savePolicyAction: {
    may: ['lead', 'admin'],
    input: (it) => ({
      policyId: it.policy,
      basedOn: it.policy,
      policy: {
        name: randomUUID(),
        calendarId: it.calendar,
        conditions: {},
        promises: {},
        steps: [],
        riskPercent: 75,
        automaticCounts: false,
        publicCounts: true,
      },
      applyTo: 'new',
    }),
    own: 'not tried',
  },
  orderPoliciesAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ order: [it.policy], applyTo: 'new' }),
    own: 'not tried',
  },
  archivePolicyAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ policyId: it.policy, archived: true, applyTo: 'new' }),
    own: 'not tried',
  },
  saveRuleAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ ruleId: it.rule, basedOn: it.rule, rule: aRule() }),
    own: 'not tried',
  },
  switchRuleAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ ruleId: it.rule, enabled: true }),
    own: 'not tried',
  },
  archiveRuleAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ ruleId: it.rule, archived: true }),
    own: 'not tried',
  },
  orderRulesAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ order: [it.rule] }),
    own: 'not tried',
  },
  setRuleModeAction: { may: ['lead', 'admin'], input: () => ({ mode: 'first' }), own: 'nobody’s' },
  tryRulesAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ last: 100, draft: { ruleId: it.rule, rule: aRule() }, order: null }),
    own: 'not tried',
  },
  createTeamAction: {
    may: ['lead', 'admin'],
    input: () => ({ name: randomUUID() }),
    own: 'nobody’s',
  },
  renameTeamAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ teamId: it.team, name: randomUUID() }),
  },
  archiveTeamAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ teamId: it.team, archived: true }),
  },
  seatInTeamAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ teamId: it.team, memberId: it.member, seated: true }),
  },
  changeTeamRoutingAction: {
    may: ['lead', 'admin'],
    input: (it) => ({
      teamId: it.team,
      strategy: 'off',
      calendarId: '',
      absence: 'keep',
      absenceMinutes: '60',
      stickyDays: '7',
      touchMinutes: '',
      mostHops: '2',
      relaxMinutes: '10',
    }),
  },
  changeMemberRoutingAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ memberId: it.member, capacity: '8', skillIds: [], coverId: '' }),
  },
  setOwnAvailabilityAction: {
    may: ['agent', 'lead'],
    input: () => ({ availability: 'busy', reason: null, until: null }),
    own: 'nobody’s',
  },
  setAvailabilityForAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ memberId: it.member, availability: 'busy', reason: null, until: null }),
  },
  createSkillAction: {
    may: ['lead', 'admin'],
    input: () => ({ name: randomUUID() }),
    own: 'nobody’s',
  },
  renameSkillAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ skillId: it.skill, name: randomUUID() }),
  },
  archiveSkillAction: {
    may: ['lead', 'admin'],
    input: (it) => ({ skillId: it.skill, archived: true }),
  },
  changeRolesAction: { may: ['admin'], input: (it) => ({ memberId: it.member, roles: ['agent'] }) },
  removeMemberAction: { may: ['admin'], input: (it) => ({ memberId: it.leaver }) },
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
  chooseNotificationsAction: {
    may: ['agent', 'lead', 'marketer', 'admin'],
    input: () => ({ off: [], browser: false, showText: false, quiet: null }),
    own: 'nobody’s',
  },
  disconnectChannelAction: {
    may: ['admin'],
    input: (it) => ({ channelId: it.channel }),
    own: 'not tried',
  },
  setChannelLanguageAction: {
    may: ['admin'],
    input: (it) => ({ channelId: it.channel, language: 'de' }),
  },
  setSilenceAlarmAction: {
    may: ['admin'],
    input: (it) => ({ channelId: it.channel, afterMinutes: 1440 }),
  },
  orderDoorAction: { may: ['admin'], input: (it) => ({ channelId: it.channel, door: 'everyone' }) },
  recordDoorAction: {
    may: ['admin'],
    input: (it) => ({ channelId: it.channel, door: 'everyone' }),
  },
  createLinkAction: {
    may: ['lead', 'marketer', 'admin'],
    input: (it) => ({ channelId: it.channel, name: randomUUID(), firstWords: '' }),
  },
  changeLinkAction: {
    may: ['lead', 'marketer', 'admin'],
    input: (it) => ({ linkId: it.messageLink, name: randomUUID(), firstWords: '' }),
  },
  archiveLinkAction: {
    may: ['lead', 'marketer', 'admin'],
    input: (it) => ({ linkId: it.messageLink, archived: true }),
  },
  checkChannelAction: { may: ['admin'], input: (it) => ({ channelId: it.channel }) },
  redriveInboundAction: {
    may: ['admin'],
    input: (it) => ({ inboundId: it.inbound }),
    own: 'not tried',
  },
};

/** Actions that ask for a secret instead of a role, tried elsewhere. */
export const beforeSignIn: Record<string, string> = {
  changePasswordAction: 'throttle, other sessions (database tests), journeys',
  signInAction: 'throttle (database tests), journeys',
  acceptInvitationAction: 'races and closed links (database tests), journeys',
};

/** A cursor as the product makes them, so that what is asked for is all that can be wrong. */
const aPlace = toCursor([
  '2030-01-01T00:00:00.000000Z',
  '1',
  '01900000-0000-7000-8000-000000000000',
]);

const readsOffers = ['marketer', 'lead', 'admin'] as const satisfies readonly Role[];

/**
 * Every route that answers with data: what each kind of visitor is told, and for objects, the path. `may` are the
 * roles that it answers, where not all.
 */
export const reads: Record<
  string,
  { path: (things: Things) => string; object?: true; may?: readonly Role[] }
> = {
  '/api/conversations/route': { path: () => '/api/conversations?view=open' },
  '/api/conversations/[conversationId]/route': {
    path: (it) => `/api/conversations/${it.conversation}`,
    object: true,
  },
  '/api/conversations/[conversationId]/messages/route': {
    path: (it) => `/api/conversations/${it.conversation}/messages?before=${aPlace}`,
    object: true,
  },
  '/api/conversations/ids/route': { path: () => '/api/conversations/ids?view=open' },
  '/api/conversations/[conversationId]/drafts/route': {
    path: (it) => `/api/conversations/${it.conversation}/drafts`,
    object: true,
  },
  '/api/conversations/[conversationId]/reply-side/route': {
    path: (it) => `/api/conversations/${it.conversation}/reply-side`,
    object: true,
  },
  '/api/replies/picker/route': { path: () => '/api/replies/picker' },
  '/api/files/[fileId]/route': { path: (it) => `/api/files/${it.file}`, object: true },
  '/api/conversations/[conversationId]/activity/route': {
    path: (it) => `/api/conversations/${it.conversation}/activity`,
    object: true,
  },
  '/api/conversations/[conversationId]/history/route': {
    path: (it) => `/api/conversations/${it.conversation}/history`,
    object: true,
  },
  '/api/conversations/[conversationId]/targets/route': {
    path: (it) => `/api/conversations/${it.conversation}/targets`,
    object: true,
  },
  '/api/conversations/[conversationId]/assignment/route': {
    path: (it) => `/api/conversations/${it.conversation}/assignment`,
    object: true,
    may: ['agent', 'lead', 'admin'],
  },
  '/api/conversations/[conversationId]/consent/route': {
    path: (it) => `/api/conversations/${it.conversation}/consent`,
    object: true,
  },
  '/api/conversations/[conversationId]/consent/export/route': {
    path: (it) => `/api/conversations/${it.conversation}/consent/export`,
    object: true,
  },
  '/api/conversations/[conversationId]/permission/route': {
    path: (it) => `/api/conversations/${it.conversation}/permission`,
    object: true,
    may: ['lead', 'admin'],
  },
  '/api/contacts/[contactId]/route': {
    path: (it) => `/api/contacts/${it.contact}`,
    object: true,
  },
  '/api/contacts/[contactId]/journey/route': {
    path: (it) => `/api/contacts/${it.contact}/journey`,
    object: true,
  },
  '/api/attributes/route': { path: () => '/api/attributes' },
  ...replyReads,
  '/api/offers/route': { path: () => '/api/offers', may: readsOffers },
  '/api/offers/audience/route': {
    path: (it) => `/api/offers/audience?channel=${it.channel}&label=${it.label}`,
    may: readsOffers,
  },
  '/api/offers/[offerId]/route': {
    path: (it) => `/api/offers/${it.offer}`,
    object: true,
    may: readsOffers,
  },
  '/api/offers/[offerId]/recipients/route': {
    path: (it) => `/api/offers/${it.offer}/recipients?outcome=waiting`,
    object: true,
    may: readsOffers,
  },
  '/api/offers/[offerId]/export/route': {
    path: (it) => `/api/offers/${it.offer}/export`,
    object: true,
    may: readsOffers,
  },
  '/api/sla/impact/route': {
    path: () => `/api/sla/impact?change=${encodeURIComponent('{"kind":"hours"}')}`,
    may: ['lead', 'admin'],
  },
  '/api/routing/rules/route': {
    path: () => '/api/routing/rules',
    may: ['agent', 'lead', 'admin'],
  },
  '/api/routing/rules/[ruleId]/route': {
    path: (it) => `/api/routing/rules/${it.rule}`,
    may: ['agent', 'lead', 'admin'],
  },
  '/api/conversations/[conversationId]/rules/route': {
    path: (it) => `/api/conversations/${it.conversation}/rules`,
    object: true,
  },
  '/api/reports/handoffs/route': {
    path: () => '/api/reports/handoffs',
    may: ['lead', 'admin'],
  },
  '/api/reports/sla/[table]/route': {
    path: () => '/api/reports/sla/targets',
    may: ['lead', 'admin'],
  },
  '/api/reports/volume/[table]/route': {
    path: () => '/api/reports/volume/conversations',
    may: ['lead', 'admin'],
  },
  '/api/board/route': { path: () => '/api/board', may: ['lead', 'admin'] },
  '/api/board/plan/route': {
    path: (it) => `/api/board/plan?from=${it.member}`,
    may: ['lead', 'admin'],
  },
  '/api/board/members/[memberId]/route': {
    path: (it) => `/api/board/members/${it.member}`,
    may: ['lead', 'admin'],
  },
  '/api/bulk/route': { path: () => '/api/bulk', may: ['agent', 'lead'] },
  '/api/bulk/preview/route': {
    path: (it) =>
      `/api/bulk/preview?view=team-${it.team}&change=${encodeURIComponent('{"kind":"team","teamId":null}')}`,
    may: ['agent', 'lead'],
  },
  '/api/views/route': { path: () => '/api/views' },
  '/api/saved-views/route': { path: () => '/api/saved-views' },
  '/api/members/route': { path: () => '/api/members' },
  '/api/channels/route': { path: () => '/api/channels' },
  '/api/channels/[channelId]/door/route': {
    path: (it) => `/api/channels/${it.channel}/door`,
    object: true,
  },
  '/api/door/readiness/route': { path: () => '/api/door/readiness?zone=UTC' },
  '/api/door/route': { path: () => '/api/door' },
  '/api/message-links/route': { path: () => '/api/message-links' },
  '/api/labels/route': { path: () => '/api/labels' },
  '/api/teams/route': { path: () => '/api/teams' },
  '/api/attendance/route': { path: () => '/api/attendance', may: ['agent', 'lead', 'admin'] },
  '/api/attendance/own/route': { path: () => '/api/attendance/own', may: ['agent', 'lead'] },
  '/api/skills/route': { path: () => '/api/skills', may: ['agent', 'lead', 'admin'] },
  '/api/me/route': { path: () => '/api/me' },
  '/api/workspaces/route': { path: () => '/api/workspaces' },
  '/api/notifications/route': { path: () => '/api/notifications' },
  '/api/guide/route': { path: () => '/api/guide' },
};

/** Routes with rules of their own, tried elsewhere. */
export const elsewhere: Record<string, string> = {
  '/api/[...missing]/route': 'says that there is nothing (journeys)',
  '/api/auth/[...nextauth]/route': 'signing in (journeys)',
  '/api/webhooks/[network]/route': 'signed bodies (hostile)',
  '/api/v1/contacts/[identity]/events/route': 'by key, never by cookie (its own tests, hostile)',
  '/api/v1/openapi.json/route': 'public by intent: says how the API is asked',
  '/api/live/route': 'below and in stream',
  '/api/here/route': 'says only that the asker is here (database tests)',
  '/api/presence/route': 'who may say what (database tests), journeys',
  '/api/connect/[network]/start/route': 'below',
  '/api/connect/[network]/callback/route': 'below',
  '/api/notifications/read/route': 'touches only what is the asker’s own (database tests)',
  '/api/conversations/[conversationId]/read/route': 'one’s own mark (database tests), below',
  '/api/bulk/[bulkId]/reasons/route': 'told to whoever decided alone (database tests)',
  '/m/[reference]/route': 'public by intent: leads to the network (database tests, journeys)',
  '/healthz/route': 'public by intent: says nothing',
  '/readyz/route': 'public by intent: says nothing',
  '/metrics/route': 'below',
  '/api/files/route': 'raw bytes: its own tests (database) and journeys',
  '/api/replies/[replyId]/files/route': 'raw bytes: its own tests (database)',
  '/api/replies/import/route': 'a file that no action could carry (database tests), journeys',
  '/sign-in/workspace/route': 'below',
  '/sign-in/sso/route': 'starts the company’s sign-in (journeys)',
  '/sign-out/route': 'below',
  '/icon.svg/route': 'a picture',
  '/manifest.webmanifest/route': 'a name and a picture',
  '/favicon.ico/route': 'a picture',
  '/apple-icon/route': 'a picture',
  '/icons/[name]/route': 'pictures',
  '/sw.js/route': 'a script without data',
};

export const pages: ((things: Things) => string)[] = [
  () => '/inbox/open',
  (it) => `/inbox/open/${it.conversation}`,
  () => '/door',
  () => '/replies/approvals',
  () => '/settings/members',
  () => '/settings/sessions',
  () => '/settings/notifications',
  () => '/settings/channels',
  () => '/settings',
  () => '/settings/profile',
  () => '/settings/workspace',
  () => '/settings/teams',
  (it) => `/settings/teams/${it.team}`,
  () => '/settings/skills',
  () => '/settings/labels',
  () => '/settings/triage',
  () => '/settings/attributes',
  () => '/settings/keys',
  (it) => `/contacts/${it.contact}`,
  () => '/settings/hours',
  () => '/settings/hours/new',
  () => '/settings/promises',
  () => '/settings/promises/new',
  () => '/settings/routing',
  () => '/settings/routing/new',
  () => '/settings/policy',
  () => '/settings/denials',
  () => '/settings/invitations',
  (it) => `/settings/rules?conversation=${it.conversation}`,
  () => '/reports/handoffs',
  () => '/reports/sla',
  () => '/reports/sla/targets',
  () => '/reports/volume',
  () => '/reports/volume/conversations',
  () => '/board',
  () => '/offers',
  (it) => `/offers/${it.offer}`,
  () => '/replies/usage',
  () => '/replies/usage/conversations',
  () => '/replies/coverage',
  () => '/replies/import',
  () => '/replies',
  (it) => `/replies/${it.reply}`,
  () => '/replies/review',
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
