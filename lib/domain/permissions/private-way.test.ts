import { describe, expect, it } from 'vitest';
import { anInput, onX, told } from './inputs.fixture';
import { privateWay } from './private-way';
import type { PublicFacts } from './public';
import { decideInPublic } from './public';

const answering = (post: Partial<NonNullable<PublicFacts['post']>> = {}) =>
  decideInPublic({
    channel: { state: 'connected' },
    post: { externalId: '1', summons: true, isDeleted: false, ...post },
    isExempt: false,
    blockedByThem: null,
  });

/** Somebody who never wrote, and our door as it is. */
const stranger = (door: 'everyone' | 'nobody', contact = {}) =>
  anInput({
    purpose: 'outreach',
    contact: { lastInboundAt: null, blockedByThem: null, ...contact },
    network: onX({ ourDoor: told(door) }),
  });

describe('the way from public into private', () => {
  it('is the private conversation where there is one and we may write', () => {
    const input = anInput();
    expect(privateWay({ input, publicly: answering(), hasPrivate: true })).toEqual({
      kind: 'write',
    });
  });

  it('is an invitation to whoever can reach us and called us', () => {
    const input = stranger('everyone');
    expect(privateWay({ input, publicly: answering(), hasPrivate: false })).toEqual({
      kind: 'invite',
    });
  });

  it('is none to a closed door, and says that it must open', () => {
    const input = stranger('nobody');
    expect(privateWay({ input, publicly: answering(), hasPrivate: false })).toMatchObject({
      kind: 'none',
      decision: { reason: 'OUR_DOOR_CLOSED', remedies: [{ kind: 'open_door' }, {}] },
    });
  });

  it('is none to whoever did not call us, for an invitation is an answer', () => {
    const input = stranger('everyone');
    const publicly = answering({ summons: false });
    expect(privateWay({ input, publicly, hasPrivate: false })).toMatchObject({
      kind: 'none',
      decision: { reason: 'NOT_SUMMONED' },
    });
  });

  it('is none to whom we have blocked, with that as the reason', () => {
    const input = stranger('everyone', { blockedByUs: told(true) });
    expect(privateWay({ input, publicly: answering(), hasPrivate: false })).toMatchObject({
      kind: 'none',
      decision: { reason: 'BLOCKED_BY_US', remedies: [{ kind: 'unblock' }] },
    });
  });
});
