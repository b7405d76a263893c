type Insert = (table: string, row: Record<string, unknown>) => Promise<unknown>;

/** The neighbour's one customer: who they are on the network and to the house, and what they did elsewhere. */
export async function insertContact(
  insert: Insert,
  ids: Record<string, string>,
  canary: string,
): Promise<void> {
  const workspace_id = ids['workspace'];
  const at = new Date().toISOString();
  await insert('contacts', {
    workspace_id,
    id: ids['contact'],
    name: `${canary} customer`,
    kind: 'journalist',
    vip: true,
    label_ids: [],
    attributes: { note: `${canary} attribute` },
    created_at: at,
  });
  await insert('identities', {
    workspace_id,
    id: ids['identity'],
    contact_id: ids['contact'],
    network: 'x',
    external_id: '3999999999999999998',
    handle: `${canary}handle`,
    name: `${canary} customer`,
  });
  await insert('attributes', {
    workspace_id,
    id: ids['attribute'],
    key: 'note',
    name: `${canary} attribute`,
    type: 'text',
    choices: [],
    position: 0,
    created_at: at,
  });
  await insert('api_keys', {
    workspace_id,
    id: ids['apiKey'],
    name: `${canary} shop`,
    prefix: 'plk_canary',
    secret_hash: 'a'.repeat(64),
    created_by: ids['member'],
    created_at: at,
    budget: 600,
    budget_at: at,
  });
  await insert('contact_events', {
    workspace_id,
    id: ids['contactEvent'],
    contact_id: ids['contact'],
    key_id: ids['apiKey'],
    source: `${canary} shop`,
    source_id: 'order-1',
    kind: 'order',
    title: `${canary} order`,
    data: {},
    at,
    told_at: at,
    digest: '',
  });
}
