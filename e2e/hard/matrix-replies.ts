import { randomUUID } from 'node:crypto';
import type { Role } from '@/lib/domain/access/can';
import type { Things } from './neighbour';

type Line = {
  may: readonly Role[];
  input: (things: Things) => Record<string, unknown>;
  own?: 'not tried' | 'nobody’s';
};

const marketer = ['marketer'] as const;
const reviewers = ['marketer', 'lead'] as const;

const values = { title: 'Matrix', purpose: 'answer', risk: 'low' };
const newKey = () => `k${randomUUID()}`;
const version = (it: Things) => ({ versionId: it.replyVersion });

/** Writing, reviewing and publishing approved replies. Our own version is over: whoever may, is told so. */
export const replyActions: Record<string, Line> = {
  createReplyAction: {
    may: marketer,
    input: (it) => ({ key: newKey(), ...values, channelIds: [it.channel], sourceLanguage: 'en' }),
  },
  changeReplyAction: {
    may: marketer,
    input: (it) => ({
      ...{ replyId: it.reply, version: 0, key: newKey(), ...values },
      ownerId: it.member,
    }),
  },
  archiveReplyAction: {
    may: marketer,
    input: (it) => ({ replyId: it.reply, archived: false }),
  },
  startVersionAction: {
    may: marketer,
    input: (it) => ({ replyId: it.reply, language: 'de' }),
  },
  saveVersionAction: {
    may: marketer,
    input: (it) => ({
      ...{ ...version(it), revision: 1, body: 'x', allowance: 'free', actions: {}, fileIds: [] },
      ...{ validFrom: null, validUntil: null, reviewBy: null },
    }),
  },
  discardVersionAction: { may: marketer, input: version },
  submitVersionAction: { may: marketer, input: (it) => ({ ...version(it), revision: 1 }) },
  withdrawVersionAction: { may: marketer, input: version },
  decideOnVersionAction: {
    may: reviewers,
    input: (it) => ({ ...version(it), bodyHash: 'a'.repeat(64), decision: 'approved' }),
  },
  publishVersionAction: { may: marketer, input: version },
  unscheduleVersionAction: { may: marketer, input: version },
  recallVersionAction: {
    may: marketer,
    input: (it) => ({ ...version(it), reason: 'The words are wrong.' }),
  },
  insertReplyAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ ...version(it), useId: randomUUID(), conversationId: it.conversation }),
  },
  askForApprovalAction: {
    may: ['agent', 'lead'],
    input: (it) => ({
      ...{ conversationId: it.conversation, clientKey: randomUUID(), body: 'x', seenSeq: 1e9 },
    }),
    // Nothing strayed, so there is nothing to ask for.
    own: 'not tried',
  },
  approveReplyAction: {
    may: reviewers,
    input: (it) => ({ approvalId: it.approval }),
    own: 'not tried',
  },
  returnReplyAction: {
    may: reviewers,
    input: (it) => ({ approvalId: it.approval, comment: 'x' }),
    own: 'not tried',
  },
  withdrawApprovalAction: {
    may: ['agent', 'lead'],
    input: (it) => ({ approvalId: it.approval }),
    own: 'not tried',
  },
  retireVersionAction: { may: marketer, input: version },
  commentOnVersionAction: {
    may: reviewers,
    input: (it) => ({ ...version(it), body: 'x', quote: '' }),
  },
  resolveCommentAction: {
    may: reviewers,
    input: (it) => ({ commentId: it.replyComment, resolved: true }),
  },
};

export const replyReads: Record<
  string,
  { path: (it: Things) => string; object?: true; may?: readonly Role[] }
> = {
  '/api/approvals/route': { path: () => '/api/approvals', may: reviewers },
  '/api/replies/route': { path: () => '/api/replies' },
  '/api/replies/review/route': { path: () => '/api/replies/review' },
  '/api/replies/export/route': { path: () => '/api/replies/export?format=json' },
  '/api/replies/usage/route': { path: () => '/api/replies/usage?days=90' },
  '/api/replies/[replyId]/usage/route': {
    path: (it) => `/api/replies/${it.reply}/usage`,
    object: true,
  },
  '/api/replies/[replyId]/route': { path: (it) => `/api/replies/${it.reply}`, object: true },
};
