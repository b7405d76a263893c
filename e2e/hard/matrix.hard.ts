import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/access/can';
import type { Reply } from '../wire';
import { ask } from '../wire';
import { builtActions, postAction } from './actions';
import type { Things } from './neighbour';
import { aNeighbour, CANARY, fingerprintOf, nothing } from './neighbour';
import type { Rig } from './rig';
import { startRig } from './rig';

type Input = (things: Things) => Record<string, unknown>;

/** Every server action of the product: who may, and with which object. A new one without a line here fails. */
const actions: Record<string, { may: readonly Role[]; input: Input; own?: 'not tried' }> = {
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

/** Every route that answers with data: what each kind of visitor is told, and for objects, the path. */
const reads: Record<string, { path: (things: Things) => string; object?: true }> = {
  '/api/conversations/route': { path: () => '/api/conversations?view=open' },
  '/api/conversations/[conversationId]/route': {
    path: (it) => `/api/conversations/${it.conversation}`,
    object: true,
  },
  '/api/conversations/[conversationId]/messages/route': {
    path: (it) => `/api/conversations/${it.conversation}/messages`,
    object: true,
  },
  '/api/views/route': { path: () => '/api/views' },
  '/api/members/route': { path: () => '/api/members' },
  '/api/channels/route': { path: () => '/api/channels' },
  '/api/me/route': { path: () => '/api/me' },
};

/** Routes with rules of their own, tried elsewhere. */
const elsewhere: Record<string, string> = {
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
  '/sign-in/password/route': 'signing in (journeys)',
  '/sign-out/route': 'below',
  '/invite/[token]/accept/route': 'invitations (database tests)',
  '/icon.svg/route': 'a picture',
  '/manifest.webmanifest/route': 'a name and a picture',
  '/favicon.ico/route': 'a picture',
};

const pages: ((things: Things) => string)[] = [
  () => '/inbox/open',
  (it) => `/inbox/open/${it.conversation}`,
  () => '/settings/members',
  () => '/settings/sessions',
  () => '/settings/channels',
];

const visitors = ['nobody', 'agent', 'lead', 'marketer', 'admin', 'removed', 'neighbour'] as const;
type Visitor = (typeof visitors)[number];

let rig: Rig;
let own: Things;
let foreign: Things;
let missing: Things;
const cookies = {} as Record<Visitor, string | undefined>;

beforeAll(async () => {
  rig = await startRig('matrix', { port: 4350 });
  const neighbour = await aNeighbour(rig);
  foreign = neighbour.things;
  missing = nothing();
  own = await ownThings();
  await onlyRole('priya', ['agent']);
  await onlyRole('jack', ['lead']);
  await onlyRole('sunniva', ['marketer']);
  cookies.agent = await rig.cookieOf('priya');
  cookies.lead = await rig.cookieOf('jack');
  cookies.marketer = await rig.cookieOf('sunniva');
  cookies.admin = await rig.cookieOf('ada');
  cookies.removed = await rig.cookieOf('lena');
  await rig.rows(
    "update members set removed_at = now() where email = 'lena@saltedcaramel.example'",
  );
  cookies.neighbour = await rig.cookieOf('owner@neighbour.example');
});
afterAll(() => rig?.close());

test('every action and every route of the build stands in the matrix', () => {
  const built = builtActions().map((action) => action.name);
  expect(built.length).toBeGreaterThan(10);
  expect(built.filter((name) => !(name in actions))).toEqual([]);
  const manifest = JSON.parse(
    readFileSync('.next/server/app-paths-manifest.json', 'utf8'),
  ) as object;
  const routes = Object.keys(manifest)
    .filter((key) => key.endsWith('/route'))
    .map((key) => key.replaceAll(/\/\([^)]+\)/g, ''));
  expect(routes.length).toBeGreaterThan(8);
  expect(routes.filter((route) => !(route in reads) && !(route in elsewhere))).toEqual([]);
});

describe('actions', () => {
  test('answer each role as the matrix says, and nothing foreign is read or written', async () => {
    const before = await fingerprintOf(rig, foreign.workspace);
    const wrong: string[] = [];
    for (const action of builtActions()) {
      const line = actions[action.name];
      if (!line) continue;
      for (const visitor of visitors) {
        for (const [whose, things] of Object.entries({ own, foreign, missing })) {
          if (visitor === 'neighbour' && whose !== 'own') continue;
          if (whose === 'own' && line.own === 'not tried' && visitor !== 'nobody') continue;
          const reply = await postAction(rig, action.id, line.input(things), asking(visitor));
          const problem = judge(reply, line.may, visitor, whose);
          if (problem) wrong.push(`${action.name} by ${visitor} on ${whose}: ${problem}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(await fingerprintOf(rig, foreign.workspace)).toBe(before);
  });

  test('a foreign object and a missing one cannot be told apart', async () => {
    for (const action of builtActions()) {
      const line = actions[action.name];
      if (!line || JSON.stringify(line.input(foreign)) === JSON.stringify(line.input(missing)))
        continue;
      const visitor = visitors.find((each) => line.may.includes(each as Role)) ?? 'admin';
      const [theirs, none] = [
        await postAction(rig, action.id, line.input(foreign), asking(visitor)),
        await postAction(rig, action.id, line.input(missing), asking(visitor)),
      ];
      if (action.name === 'inviteMemberAction') continue;
      expect(refusalIn(theirs), action.name).toEqual(refusalIn(none));
    }
  });

  test('one foreign id among our own is refused whole', async () => {
    const assign = builtActions().find((action) => action.name === 'assignConversationAction');
    const mixed = {
      conversationId: own.conversation,
      memberId: foreign.member,
      expectedOwnerId: null,
    };
    const before = await fingerprintOf(rig, rig.workspaceId);
    const reply = await postAction(rig, `${assign?.id}`, mixed, asking('lead'));
    expect(refusalIn(reply)?.code).toMatch(/not_found|invalid/);
    expect(await fingerprintOf(rig, rig.workspaceId)).toBe(before);
  });

  test('another site, a missing origin and unknown keys execute nothing', async () => {
    const note = builtActions().find((action) => action.name === 'noteAction');
    const count = async () =>
      (await rig.rows("select 1 from messages where body = 'from elsewhere'")).length;
    const input = {
      conversationId: own.conversation,
      clientKey: randomUUID(),
      body: 'from elsewhere',
    };
    const strangers: Record<string, string>[] = [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://evil.example', 'sec-fetch-site': '' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: '', 'sec-fetch-site': '' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ];
    for (const headers of strangers) {
      const reply = await postAction(rig, `${note?.id}`, input, {
        cookie: `${cookies.agent}`,
        headers,
      });
      expect(reply.status, JSON.stringify(headers)).toBeLessThan(500);
    }
    for (const extra of [
      { role: 'admin' },
      { workspaceId: own.workspace },
      { authorId: own.member },
    ]) {
      await postAction(rig, `${note?.id}`, { ...input, ...extra }, asking('agent'));
    }
    expect(await count()).toBe(0);
    await postAction(rig, `${note?.id}`, input, asking('agent'));
    expect(await count(), 'the same call from Porchlight itself works').toBe(1);
  });
});

describe('routes', () => {
  test('tell nobody what is not theirs, and a foreign object is a missing one', async () => {
    for (const [route, { path, object }] of Object.entries(reads)) {
      for (const visitor of visitors) {
        const get = (things: Things) =>
          ask(`${rig.app}${path(things)}`, { headers: cookieHeader(visitor) });
        const [mine, theirs, none] = [await get(own), await get(foreign), await get(missing)];
        const name = `${route} by ${visitor}`;
        if (visitor !== 'neighbour') {
          for (const reply of [mine, theirs, none]) expect(reply.body, name).not.toContain(CANARY);
        }
        if (visitor === 'nobody' || visitor === 'removed') {
          expect([401, 403], name).toContain(mine.status);
        } else if (object && visitor !== 'neighbour') {
          expect(mine.status, name).toBe(200);
          expect([theirs.status, theirs.body], name).toEqual([none.status, none.body]);
          expect(none.status, name).toBe(404);
        } else if (object) {
          expect(mine.status, name).toBe(404);
        } else {
          expect(mine.status, name).toBe(200);
        }
      }
    }
  });

  test('pages show a visitor only the visitor’s own workspace', async () => {
    for (const page of pages) {
      for (const visitor of visitors) {
        if (visitor === 'neighbour') continue;
        for (const things of [own, foreign, missing]) {
          const reply = await ask(`${rig.app}${page(things)}`, { headers: cookieHeader(visitor) });
          expect(reply.status, `${page(things)} by ${visitor}`).toBeLessThan(500);
          expect(reply.body, `${page(things)} by ${visitor}`).not.toContain(CANARY);
        }
      }
    }
  });

  test('the live stream, the connect flow and the figures ask who is there', async () => {
    for (const visitor of ['nobody', 'removed'] as const) {
      const live = await ask(`${rig.app}/api/live`, { headers: cookieHeader(visitor) });
      expect([401, 403]).toContain(live.status);
    }
    const start = (visitor: Visitor) =>
      ask(`${rig.app}/api/connect/x/start`, {
        method: 'POST',
        headers: {
          ...cookieHeader(visitor),
          origin: new URL(rig.app).origin,
          'sec-fetch-site': 'same-origin',
        },
      });
    expect((await start('agent')).status).toBe(403);
    expect([401, 303, 307]).toContain((await start('nobody')).status);
    expect([302, 303, 307]).toContain((await start('admin')).status);
    const callback = await ask(`${rig.app}/api/connect/x/callback?state=forged&code=forged`, {
      headers: cookieHeader('admin'),
    });
    expect(callback.status).toBeLessThan(500);
    expect(
      (await rig.rows('select 1 from channels where workspace_id = $1', [rig.workspaceId])).length,
    ).toBe(2);
    expect((await ask(`${rig.app}/metrics`, { headers: cookieHeader('admin') })).status).toBe(404);
  });
});

/** What is wrong with an answer; undefined when it is right. */
function judge(
  reply: Reply,
  may: readonly Role[],
  visitor: Visitor,
  whose: string,
): string | undefined {
  if (reply.status >= 500) return `status ${reply.status}`;
  if (reply.body.includes(CANARY) && visitor !== 'neighbour') return 'told of the neighbour';
  const code = refusalIn(reply)?.code;
  if (visitor === 'nobody')
    return code === 'unauthenticated' || reply.status === 401 ? undefined : `code ${code}`;
  if (visitor === 'removed') {
    return code === 'forbidden' || code === 'unauthenticated' ? undefined : `code ${code}`;
  }
  const allowed = visitor === 'neighbour' || may.includes(visitor as Role);
  if (!allowed) return code === 'forbidden' ? undefined : `code ${code}`;
  if (code === 'forbidden' || code === 'unauthenticated') return `code ${code}`;
  const theirs = whose === 'own' ? visitor === 'neighbour' : true;
  if (theirs && code === undefined && !isFree(reply)) return 'took a foreign object';
  return undefined;
}

/** An action without an object, such as an invitation, succeeds for whoever may. */
function isFree(reply: Reply): boolean {
  return reply.body.includes('/invite/') || reply.body.includes('invit');
}

function refusalIn(reply: Reply): { code: string; message: string } | undefined {
  const found = /"refusal":(\{.*?\})\}/.exec(reply.body)?.[1];
  if (!found) return undefined;
  const { code, message } = JSON.parse(found) as { code: string; message: string };
  return { code, message };
}

function asking(visitor: Visitor) {
  const cookie = cookies[visitor];
  return cookie === undefined ? {} : { cookie };
}

function cookieHeader(visitor: Visitor): Record<string, string> {
  return asking(visitor);
}

async function onlyRole(name: string, roles: Role[]): Promise<void> {
  await rig.rows('update members set roles = $2 where email = $1', [
    `${name}@saltedcaramel.example`,
    roles,
  ]);
}

/** Things of the demo workspace; the member among them is nobody who visits. */
async function ownThings(): Promise<Things> {
  const [row] = await rig.rows<Pick<Things, 'conversation' | 'message' | 'member' | 'channel'>>(
    `select c.id as conversation, d.message_id as message, c.channel_id as channel,
       (select id from members where email = 'mo@saltedcaramel.example') as member
     from conversations c join deliveries d on d.workspace_id = c.workspace_id and d.conversation_id = c.id
     where c.workspace_id = $1 limit 1`,
    [rig.workspaceId],
  );
  if (!row) throw new Error('the demo is empty');
  return { ...nothing(), ...row, workspace: rig.workspaceId };
}
