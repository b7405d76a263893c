import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { routingSettings, ruleVersions } from '@/lib/queries/rulebook/settings';
import { archiveTeam } from '../team/archive';
import { createTeam } from '../team/create';
import { archiveRule } from './archive-rule';
import { orderRules } from './order-rules';
import { saveRule } from './save-rule';
import { setRuleMode } from './set-mode';
import { switchRule } from './switch-rule';
import { tryRules } from './try-rules';

let database: TestDatabase;
let lead: Actor;
let neighbour: Actor;
let teamId: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  lead = await aMember(await aWorkspace(), ['lead'], 'Jack Moreau');
  neighbour = await aMember(await aWorkspace('Neighbour'), ['lead']);
  ({ teamId } = await createTeam(lead, { name: 'Press' }));
});

const complaint = { kind: 'intent', not: false, oneOf: ['complaint'] };

function rule(more: object = {}) {
  return { name: 'Press', enabled: true, conditions: [complaint], effects: { teamId }, ...more };
}

function save(more: object = {}, frame: object = {}, who = lead) {
  return saveRule(who, { ruleId: null, basedOn: null, rule: rule(more), ...frame });
}

async function names(): Promise<string[]> {
  const { rules } = await routingSettings(lead);
  return rules.map(({ name, archived }) => (archived ? `${name} (archived)` : name));
}

async function current(ruleId: string) {
  const { rules } = await routingSettings(lead);
  const found = rules.find((one) => one.ruleId === ruleId);
  if (!found) throw new Error('It is not there.');
  return found;
}

async function settings() {
  const { rows } = await database.admin.query(
    'select mode, version, is_in_use from routing_settings where workspace_id = $1',
    [lead.workspaceId],
  );
  return rows[0];
}

describe('rules', () => {
  test('stand in the order in which they came, until somebody orders them', async () => {
    const one = await save({ name: 'One' });
    const two = await save({ name: 'Two' });
    expect(await names()).toEqual(['One', 'Two']);
    await orderRules(lead, { order: [two.ruleId, one.ruleId] });
    expect(await names()).toEqual(['Two', 'One']);
    await expect(orderRules(lead, { order: [two.ruleId] })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(
      orderRules(lead, { order: [two.ruleId, two.ruleId, one.ruleId] }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('change by versions, and whoever changed an older one is told and overwrites nothing', async () => {
    const { ruleId } = await save();
    const first = await current(ruleId);
    await save({ name: 'Press and partners' }, { ruleId, basedOn: first.versionId });
    await expect(
      save({ name: 'Mine' }, { ruleId, basedOn: first.versionId }),
    ).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^Jack Moreau changed this rule meanwhile/),
    });
    const versions = await ruleVersions(lead, ruleId);
    expect(versions.map(({ no, name, by }) => [no, name, by])).toEqual([
      [2, 'Press and partners', 'Jack Moreau'],
      [1, 'Press', 'Jack Moreau'],
    ]);
    // The same once more is no version.
    const again = { ruleId, basedOn: (await current(ruleId)).versionId };
    await save({ name: 'Press and partners' }, again);
    expect(await ruleVersions(lead, ruleId)).toHaveLength(2);
  });

  test('that two change at once are changed by one of them', async () => {
    const { ruleId } = await save();
    const { versionId: basedOn } = await current(ruleId);
    const all = await Promise.allSettled(
      ['A', 'B', 'C', 'D'].map((name) => save({ name }, { ruleId, basedOn })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await database.admin.query(
      'select no from routing_rule_versions where rule_id = $1 and replaced_at is null',
      [ruleId],
    );
    expect(rows).toEqual([{ no: 2 }]);
  });

  test('are asked only while one of them is switched on and in use', async () => {
    const { ruleId } = await save();
    expect(await settings()).toEqual({ mode: 'first', version: 1, is_in_use: true });
    await switchRule(lead, { ruleId, enabled: false });
    expect(await settings()).toEqual({ mode: 'first', version: 2, is_in_use: false });
    await switchRule(lead, { ruleId, enabled: true });
    await archiveRule(lead, { ruleId, archived: true });
    expect(await settings()).toEqual({ mode: 'first', version: 4, is_in_use: false });
    expect(await names()).toEqual(['Press (archived)']);
    await save();
    await expect(archiveRule(lead, { ruleId, archived: false })).rejects.toMatchObject({
      code: 'conflict',
    });
    const { rules } = await routingSettings(lead);
    const other = rules.find(({ archived }) => !archived)?.ruleId;
    await archiveRule(lead, { ruleId: other, archived: true });
    await archiveRule(lead, { ruleId, archived: false });
    expect(await names()).toEqual(['Press', 'Press (archived)']);
    await setRuleMode(lead, { mode: 'all' });
    expect(await settings()).toEqual({ mode: 'all', version: 8, is_in_use: true });
  });

  test('say something, about things of this workspace that are in use, under a name of their own', async () => {
    await save();
    const refused = async (more: object) =>
      await save(more).then(
        () => 'kept',
        ({ details, issues }) =>
          details ? Object.keys(details.fields) : issues.map(({ path }: Issue) => path.join('.')),
      );
    expect(await refused({ name: 'PRESS' })).toEqual(['rule.name']);
    expect(await refused({ name: 'X', effects: {} })).toEqual(['rule.effects']);
    const theirs = await createTeam(neighbour, { name: 'Theirs' });
    expect(await refused({ name: 'X', effects: theirs })).toEqual(['effects.teamId']);
    const channel = { kind: 'channel', not: false, oneOf: [uuid()] };
    expect(await refused({ name: 'X', conditions: [channel] })).toEqual(['conditions.0']);
    const words = { kind: 'words', not: false, all: false, words: ' … ' };
    expect(await refused({ name: 'X', conditions: [words] })).toEqual(['rule.conditions.0.words']);
    await archiveTeam(lead, { teamId, archived: true });
    expect(await refused({ name: 'X' })).toEqual(['effects.teamId']);
    const { rules } = await routingSettings(lead);
    const kept = rules[0];
    await save({ name: 'Still' }, { ruleId: kept?.ruleId, basedOn: kept?.versionId });
  });
});

type Issue = { path: (string | number)[] };

test('a trial says what rules would do to the newest messages, and does nothing', async () => {
  const { workspaceId } = lead;
  const channelId = (await aChannel(workspaceId)).id;
  const conversation = (text: string, more: object = {}) =>
    aConversation(workspaceId, { channelId, text, ...more });
  const late = await conversation('My order is late', { intent: 'complaint' });
  await conversation('So good', { intent: 'praise' });
  await conversation('Late again', { intent: 'complaint', teamId });
  await conversation('Buy this', { intent: 'complaint', status: 'spam' });
  await save();
  const all = await tryRules(lead, { last: 100, draft: null, order: null });
  expect(all).toMatchObject({ asked: 3, matched: 2, changed: 1 });
  expect(Object.values(all.counts)).toEqual([2]);
  expect(all.lines.find(({ conversationId }) => conversationId === late.id)).toMatchObject({
    said: 'My order is late',
    changes: [{ what: 'Team', before: 'none', after: 'Press' }],
  });
  const draft = rule({
    name: 'Good words',
    conditions: [{ kind: 'words', not: false, all: false, words: 'good late' }],
    effects: { priority: { to: 'high', atLeast: true } },
  });
  const tried = await tryRules(lead, {
    last: 100,
    draft: { ruleId: null, rule: draft },
    order: null,
  });
  // The others are taken by the rule before it.
  expect(tried).toMatchObject({ matched: 1, changed: 1 });
  expect(tried.lines[0]).toMatchObject({
    held: ['draft'],
    changes: [{ what: 'Priority', before: 'normal', after: 'high' }],
  });
  const { rows } = await database.admin.query(
    `select (select count(*)::int from rule_runs where workspace_id = $1) as runs,
      (select count(*)::int from conversations where workspace_id = $1 and priority <> 1) as moved`,
    [workspaceId],
  );
  expect(rows).toEqual([{ runs: 0, moved: 0 }]);
});

describe('only leads and admins change rules, and only their own', () => {
  test.each([
    ['saveRule', saveRule, (ruleId: string) => ({ ruleId, basedOn: uuid(), rule: rule() })],
    ['switchRule', switchRule, (ruleId: string) => ({ ruleId, enabled: false })],
    ['archiveRule', archiveRule, (ruleId: string) => ({ ruleId, archived: true })],
    ['orderRules', orderRules, (ruleId: string) => ({ order: [ruleId] })],
    [
      'tryRules',
      tryRules,
      (ruleId: string) => ({ last: 100, draft: { ruleId, rule: rule() }, order: null }),
    ],
  ] as const)('%s', async (_, change, input) => {
    const { ruleId } = await save();
    const agent = await aMember(lead.workspaceId, ['agent']);
    await expect(change(agent, input(ruleId))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(change(neighbour, input(ruleId))).rejects.toMatchObject({ code: 'not_found' });
    expect((await current(ruleId)).enabled).toBe(true);
  });

  test('setRuleMode', async () => {
    const agent = await aMember(lead.workspaceId, ['agent']);
    await expect(setRuleMode(agent, { mode: 'all' })).rejects.toMatchObject({ code: 'forbidden' });
    await setRuleMode(neighbour, { mode: 'all' });
    expect((await routingSettings(lead)).mode).toBe('first');
  });

  test('agents read them, marketers do not', async () => {
    const { ruleId } = await save();
    const agent = await aMember(lead.workspaceId, ['agent']);
    expect((await routingSettings(agent)).rules).toHaveLength(1);
    const marketer = await aMember(lead.workspaceId, ['marketer']);
    await expect(routingSettings(marketer)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await routingSettings(neighbour)).rules).toEqual([]);
    expect(await ruleVersions(neighbour, ruleId)).toEqual([]);
  });
});
