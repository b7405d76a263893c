type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>;

type Ids = { workspace_id: unknown; calendar: unknown; policy: unknown };

/** A routing rule that is switched off. */
export async function insertRule(
  insert: Insert,
  { workspace_id, rule }: { workspace_id: unknown; rule: unknown },
  canary: string,
): Promise<void> {
  const created_at = new Date().toISOString();
  await insert('routing_rules', { workspace_id, id: rule, position: 1, created_at });
  await insert('routing_rule_versions', {
    ...{ workspace_id, id: rule, rule_id: rule, no: 1, name: `${canary} rule`, created_at },
    ...{ enabled: false, conditions: [], effects: { priority: { to: 'high', atLeast: true } } },
  });
}

/** Hours and a policy that promises nothing: no clock of the neighbour's ever runs. */
export async function insertPromises(insert: Insert, ids: Ids, canary: string): Promise<void> {
  const { workspace_id, calendar, policy } = ids;
  const created_at = new Date().toISOString();
  await insert('calendars', { workspace_id, id: calendar, created_at });
  await insert('calendar_versions', {
    workspace_id,
    id: calendar,
    calendar_id: calendar,
    no: 1,
    name: `${canary} hours`,
    time_zone: 'UTC',
    weekly: [[{ start: '09:00', end: '17:00' }], [], [], [], [], [], []],
    exceptions: [],
    created_at,
  });
  await insert('sla_policies', {
    workspace_id,
    id: policy,
    position: 1,
    takes_all: false,
    created_at,
  });
  await insert('sla_policy_versions', {
    workspace_id,
    id: policy,
    policy_id: policy,
    no: 1,
    name: `${canary} policy`,
    calendar_id: calendar,
    conditions: {},
    promises: {},
    steps: [],
    risk_percent: 75,
    automatic_counts: false,
    public_counts: true,
    created_at,
  });
}
