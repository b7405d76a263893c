import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/access/can';
import type { Reply } from '../wire';
import { ask } from '../wire';
import { builtActions, postAction } from './actions';
import type { Whose } from './matrix-judge';
import { judge, refusalIn } from './matrix-judge';
import type { Visitor } from './matrix-table';
import { actions, beforeSignIn, elsewhere, pages, reads, visitors } from './matrix-table';
import type { Things } from './neighbour';
import { aNeighbour, CANARY, fingerprintOf, nothing } from './neighbour';
import type { Rig } from './rig';
import { startRig } from './rig';

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
  expect(built.filter((name) => !(name in actions || name in beforeSignIn))).toEqual([]);
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
    const cells = actionCells();
    expect(cells.length).toBeGreaterThan(150);
    for (const { action, line, visitor, whose } of cells) {
      const reply = await postAction(rig, action.id, line.input(thingsOf(whose)), asking(visitor));
      const namesNothing = line.own === 'nobody’s';
      const problem = judge(reply, { may: line.may, visitor, whose, namesNothing });
      if (problem) wrong.push(`${action.name} by ${visitor} on ${whose}: ${problem}`);
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
    const assign = builtActions().find((action) => action.name === 'changeConversationsAction');
    const mixed = {
      items: [{ conversationId: own.conversation }],
      change: { kind: 'assign', memberId: foreign.member },
    };
    const standing = () =>
      rig.rows('select owner_id, version from conversations where id = $1', [own.conversation]);
    const before = await standing();
    const reply = await postAction(rig, `${assign?.id}`, mixed, asking('lead'));
    expect(refusalIn(reply)?.code).toMatch(/not_found|invalid/);
    expect(before).toHaveLength(1);
    expect(await standing()).toEqual(before);
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

/** What an answer tells of whether the thing is there: nothing but its status where the address names none, for it may tell the time of day. */
function told({ path }: (typeof reads)[string], { status, body }: Reply, asked: Things) {
  return path(asked) === path(own) ? [status] : [status, body];
}

describe('routes', () => {
  test.each(Object.keys(reads))('%s tells nobody what is not theirs', async (route) => {
    const line = reads[route];
    if (!line) throw new Error(`no line for ${route}`);
    const { path, object } = line;
    for (const visitor of visitors) {
      const get = (things: Things) =>
        ask(`${rig.app}${path(things)}`, { headers: asHeader(visitor) });
      const [mine, theirs, none] = [await get(own), await get(foreign), await get(missing)];
      expect(mine.status, visitor).toBe(statusFor(visitor, line));
      if (visitor === 'neighbour') continue;
      expect(`${mine.body}${theirs.body}${none.body}`, visitor).not.toContain(CANARY);
      expect(told(line, theirs, foreign), 'foreign is missing').toEqual(told(line, none, missing));
      if (object && mine.status === 200) expect(none.status, visitor).toBe(404);
    }
  });

  test.each(pages.map((page) => [page({ ...nothing(), conversation: ':id' }), page] as const))(
    'the page %s shows a visitor only the visitor’s own workspace',
    async (_, page) => {
      for (const visitor of visitors.filter((each) => each !== 'neighbour')) {
        for (const things of [own, foreign, missing]) {
          const reply = await ask(`${rig.app}${page(things)}`, { headers: asHeader(visitor) });
          expect(reply.status, visitor).toBeLessThan(500);
          expect(reply.body, visitor).not.toContain(CANARY);
        }
      }
    },
  );

  test('a read mark is written only by one’s own page, in one’s own workspace', async () => {
    const mark = async (conversation: string, visitor: Visitor, headers: object = ourPage) => {
      const body = JSON.stringify({ upTo: null });
      const reply = await ask(`${rig.app}/api/conversations/${conversation}/read`, {
        method: 'POST',
        body,
        headers: { ...asHeader(visitor), 'content-length': String(body.length), ...headers },
      });
      return [reply.status, reply.body] as const;
    };
    const ourPage = { origin: new URL(rig.app).origin, 'sec-fetch-site': 'same-origin' };
    const before = await fingerprintOf(rig, foreign.workspace);
    expect((await mark(own.conversation, 'marketer'))[0]).toBe(200);
    expect((await mark(own.conversation, 'nobody'))[0]).toBe(401);
    const theirs = await mark(foreign.conversation, 'agent');
    expect(theirs[0]).toBe(404);
    expect(theirs).toEqual(await mark(missing.conversation, 'agent'));
    const elsewhere = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    expect((await mark(own.conversation, 'agent', elsewhere))[0]).toBe(403);
    expect(await fingerprintOf(rig, foreign.workspace)).toBe(before);
  });

  test('the live stream, the connect flow and the figures ask who is there', async () => {
    for (const visitor of ['nobody', 'removed'] as const) {
      const live = await ask(`${rig.app}/api/live`, { headers: asHeader(visitor) });
      expect([401, 403]).toContain(live.status);
    }
    const start = (visitor: Visitor) =>
      ask(`${rig.app}/api/connect/x/start`, {
        method: 'POST',
        headers: {
          ...asHeader(visitor),
          origin: new URL(rig.app).origin,
          'sec-fetch-site': 'same-origin',
        },
      });
    expect((await start('agent')).status).toBe(403);
    expect([401, 303, 307]).toContain((await start('nobody')).status);
    expect([302, 303, 307]).toContain((await start('admin')).status);
    const callback = await ask(`${rig.app}/api/connect/x/callback?state=forged&code=forged`, {
      headers: asHeader('admin'),
    });
    expect(callback.status).toBeLessThan(500);
    expect(
      (await rig.rows('select 1 from channels where workspace_id = $1', [rig.workspaceId])).length,
    ).toBe(2);
    expect((await ask(`${rig.app}/metrics`, { headers: asHeader('admin') })).status).toBe(404);
  });
});

type Cell = {
  action: ReturnType<typeof builtActions>[number];
  line: NonNullable<(typeof actions)[string]>;
  visitor: Visitor;
  whose: Whose;
};

/** Every action by every visitor on every kind of object, but where the table says that a cell is tried elsewhere. */
function actionCells(): Cell[] {
  return builtActions().flatMap((action) => {
    const line = actions[action.name];
    if (!line) return [];
    const all = visitors.flatMap((visitor) =>
      (['own', 'foreign', 'missing'] as const).map((whose) => ({ action, line, visitor, whose })),
    );
    return all.filter((cell) => isTried(cell));
  });
}

function isTried({ line, visitor, whose }: Cell): boolean {
  // Whom the neighbour invites into its own house is its own affair.
  if (visitor === 'neighbour') return whose === 'own' && line.own !== 'nobody’s';
  return whose !== 'own' || line.own !== 'not tried' || visitor === 'nobody';
}

function thingsOf(whose: Whose): Things {
  return { own, foreign, missing }[whose];
}

function statusFor(visitor: Visitor, { object, may }: (typeof reads)[string]): number {
  if (visitor === 'nobody') return 401;
  if (visitor === 'removed') return 403;
  if (visitor === 'neighbour') return object ? 404 : 200;
  return may === undefined || may.some((role) => role === visitor) ? 200 : 403;
}

function asking(visitor: Visitor) {
  const cookie = cookies[visitor];
  return cookie === undefined ? {} : { cookie };
}

function asHeader(visitor: Visitor): Record<string, string> {
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
  const [row] = await rig.rows<
    Pick<Things, 'conversation' | 'message' | 'member' | 'channel' | 'contact'>
  >(
    `select c.id as conversation, d.message_id as message, c.channel_id as channel,
       (select contact_id from identities i where i.id = c.identity_id) as contact,
       (select id from members where email = 'mo@saltedcaramel.example') as member
     from conversations c join deliveries d on d.workspace_id = c.workspace_id and d.conversation_id = c.id
     where c.workspace_id = $1 limit 1`,
    [rig.workspaceId],
  );
  if (!row) throw new Error('the demo is empty');
  const [invitation] = await rig.rows<{ id: string }>(
    `insert into invitations (workspace_id, id, email, roles, token_hash, invited_by, expires_at)
     select workspace_id, gen_random_uuid(), 'guest@saltedcaramel.example', array['agent'], repeat('d', 64), id, '2100-01-01'
     from members where email = 'ada@saltedcaramel.example' returning id`,
  );
  if (!invitation) throw new Error('nobody to invite');
  const made = { ...nothing(), invitation: invitation.id, workspace: rig.workspaceId };
  await rig.rows(
    `with leaver as (insert into users (id, email, name) values ($2, 'leaver@saltedcaramel.example', 'Leaver')),
       label as (insert into labels (workspace_id, id, name, colour) values ($1, $3, 'Matrix', 'red')),
       team as (insert into teams (workspace_id, id, name) values ($1, $4, 'Matrix')),
       skill as (insert into skills (workspace_id, id, name) values ($1, $5, 'Matrix'))
     insert into members (workspace_id, id, user_id, name, email, roles)
     values ($1, $2, $2, 'Leaver', 'leaver@saltedcaramel.example', '{agent}')`,
    [rig.workspaceId, made.leaver, made.label, made.team, made.skill],
  );
  await rig.rows(
    `insert into files (workspace_id, id, conversation_id, message_id, kind, mime_type, name, size, sha256)
     values ($1, $2, $3, $4, 'image', 'image/png', 'scoop.png', 0, repeat('c', 64))`,
    [rig.workspaceId, made.file, row.conversation, row.message],
  );
  await rig.rows(
    `insert into message_links (workspace_id, id, channel_id, name, reference, first_words, created_by)
     values ($1, $2, $3, 'Matrix', 'MTRXMT', '', $4)`,
    [rig.workspaceId, made.messageLink, row.channel, row.member],
  );
  await rig.rows(
    `with attribute as (insert into attributes (workspace_id, id, key, name, type)
       values ($1, $2, 'matrix', 'Matrix', 'text'))
     insert into api_keys (workspace_id, id, name, prefix, secret_hash, created_by)
     values ($1, $3, 'Matrix', 'plk_matrix', repeat('b', 64), $4)`,
    [rig.workspaceId, made.attribute, made.apiKey, row.member],
  );
  await rig.rows(
    `with reply as (insert into approved_replies
         (workspace_id, id, key, title, purpose, risk, source_language, owner_id, created_by)
       values ($1, $2, 'matrix', 'Matrix', 'answer', 'low', 'en', $5, $5)),
     version as (insert into reply_versions
         (workspace_id, id, reply_id, language, number, state, body, risk, author_id, body_hash)
       values ($1, $3, $2, 'en', 1, 'retired', 'Matrix', 'low', $5, repeat('a', 64)))
     insert into reply_comments (workspace_id, id, version_id, member_id, body)
     values ($1, $4, $3, $5, 'Matrix')`,
    [rig.workspaceId, made.reply, made.replyVersion, made.replyComment, row.member],
  );
  const [offer] = await rig.rows<{ id: string }>(
    "select id from offers where workspace_id = $1 and state = 'draft' limit 1",
    [rig.workspaceId],
  );
  if (!offer) throw new Error('the demo has no offer that is being written');
  return { ...made, ...row, offer: offer.id };
}
