import { v7 as uuid } from 'uuid';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import {
  calendars,
  calendarVersions,
  slaPolicies,
  slaPolicyVersions,
  slaSpreads,
} from '@/db/schema/sla';
import type { TestDatabase } from '@/db/testing';
import type { Metric, Promised, Step } from '@/lib/domain/sla/policy';
import { fireSteps } from './fire';
import { spreadOn } from './spread';

const HOUR = 3600;
const always = [{ start: '00:00', end: '24:00' }];

/** The same time for every priority but urgent, which gets half. */
export function promised(seconds: number, more: Partial<Promised> = {}): Promised {
  const each = { low: seconds, normal: seconds, high: seconds, urgent: seconds / 2 };
  return { seconds: each, clock: 'business', pausedBy: [], ...more };
}

type Policy = {
  promises?: Partial<Record<Metric, Promised>>;
  steps?: readonly Step[];
  conditions?: object;
  weekly?: (typeof always)[];
};

/** What a workspace promises by its policy that takes all; open round the clock unless said otherwise. */
export async function aPolicy(workspaceId: string, policy: Policy = {}) {
  const ids = { calendar: uuid(), policy: uuid(), other: uuid() };
  const version = (of: string, { conditions = {}, promises, steps = [] }: Policy) => ({
    workspaceId,
    id: uuid(),
    policyId: of,
    name: 'Standard',
    calendarId: ids.calendar,
    conditions,
    promises: promises ?? { first_response: promised(HOUR), next_response: promised(HOUR) },
    steps,
  });
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(calendars).values({ workspaceId, id: ids.calendar });
    await tx.insert(calendarVersions).values({
      ...{ workspaceId, id: uuid(), calendarId: ids.calendar, no: 1, name: 'Always' },
      ...{ timeZone: 'UTC', weekly: policy.weekly ?? Array.from({ length: 7 }, () => always) },
      exceptions: [],
    });
    await tx
      .insert(slaPolicies)
      .values({ workspaceId, id: ids.policy, position: 9, takesAll: true });
    await tx.insert(slaPolicyVersions).values({ ...version(ids.policy, policy), no: 1 });
  });
  return {
    calendarId: ids.calendar,
    policyId: ids.policy,
    /** A policy before it, for some conversations only. */
    before: (other: Policy) =>
      withWorkspace(workspaceId, async (tx) => {
        await tx.insert(slaPolicies).values({ workspaceId, id: ids.other, position: 1 });
        await tx.insert(slaPolicyVersions).values({ ...version(ids.other, other), no: 1 });
      }),
    /** A new version of the policy that takes all. */
    edit: (edited: Policy, no = 2) =>
      withWorkspace(workspaceId, async (tx) => {
        await replace(tx, ids.policy);
        await tx.insert(slaPolicyVersions).values({ ...version(ids.policy, edited), no });
      }),
    /** Carries what is current now to all open conversations; answers how many those were. */
    spread: () => spread(workspaceId),
  };
}

async function replace(tx: Tx, policyId: string): Promise<void> {
  await tx.$client.query(
    'update sla_policy_versions set replaced_at = now() where policy_id = $1 and replaced_at is null',
    [policyId],
  );
}

async function spread(workspaceId: string): Promise<number> {
  const spreadId = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(slaSpreads).values({ workspaceId, id: spreadId }),
  );
  let count = 0;
  for (;;) {
    // biome-ignore lint/performance/noAwaitInLoops: one part after the other, as the lane does it
    const carried = await spreadOn({ workspaceId, spreadId });
    if (carried === 0) return count;
    count += carried;
  }
}

type TargetRow = {
  metric: Metric;
  episode: number;
  cycle: number;
  seconds: number;
  outcome: string;
  started_at: Date;
  due_at: Date | null;
  met_at: Date | null;
  breached_at: Date | null;
  ended_at: Date | null;
};

type TimerRow = { step: string; generation: number; due_at: Date | null; fired_at: Date | null };

/** What stands in the database of the clocks of a workspace. */
export function clocksOf({ admin }: TestDatabase, workspaceId: string) {
  return {
    targets: async (): Promise<TargetRow[]> =>
      (
        await admin.query<TargetRow>(
          `select * from sla_targets where workspace_id = $1
           order by conversation_id, episode, metric, cycle`,
          [workspaceId],
        )
      ).rows,
    timers: async (): Promise<TimerRow[]> =>
      (
        await admin.query<TimerRow>(
          'select * from sla_timers where workspace_id = $1 order by target_id, step',
          [workspaceId],
        )
      ).rows,
    shown: async () =>
      (
        await admin.query(
          'select due_at, risk_at, breached_at, ring from conversations where workspace_id = $1 order by id',
          [workspaceId],
        )
      ).rows,
    facts: async () =>
      (
        await admin.query<{ type: string; data: Record<string, unknown> }>(
          `select type, data from events where workspace_id = $1 and type like 'sla.%' order by seq`,
          [workspaceId],
        )
      ).rows,
    fire: (conversationId: string) => fireSteps({ workspaceId, conversationIds: [conversationId] }),
  };
}
