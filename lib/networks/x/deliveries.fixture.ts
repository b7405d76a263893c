/** Deliveries of our own making, in the shapes in which X sends them. */

export const brand = '1402556069340311552';
export const customer = '2975699230118400123';
export const other = '88120031';

type Written = {
  id?: string;
  from?: string;
  to?: string;
  text?: string;
  atMs?: number;
  urls?: readonly { url: string; expanded_url: string; display_url?: string }[];
  extra?: Record<string, unknown>;
  data?: Record<string, unknown>;
};

export function directMessage(written: Written = {}) {
  return {
    type: 'message_create',
    id: written.id ?? '2080765901528535101',
    created_timestamp: String(written.atMs ?? 1_784_928_224_372),
    ...written.extra,
    message_create: {
      target: { recipient_id: written.to ?? brand },
      sender_id: written.from ?? customer,
      message_data: {
        text: written.text ?? 'Is the pistachio back?',
        entities: { hashtags: [], symbols: [], user_mentions: [], urls: written.urls ?? [] },
        ...written.data,
      },
    },
  };
}

const peopleByActivity = {
  [customer]: {
    data: {
      id: customer,
      username: 'ada_scoops',
      name: 'Ada Sorrel',
      profile_image_url: 'https://pbs.twimg.com/profile_images/17/ada_normal.jpg',
      verified: false,
      verified_type: 'none',
      public_metrics: { followers_count: 412, followers_count_str: '412' },
    },
  },
  [brand]: { data: { id: brand, username: 'saltedcaramel', name: 'Salted Caramel Creamery' } },
};

const peopleByAccount = {
  [customer]: {
    id: customer,
    created_timestamp: '1286429788000',
    name: 'Ada Sorrel',
    screen_name: 'ada_scoops',
    verified: true,
    followers_count: 412,
    profile_image_url_https: 'https://pbs.twimg.com/profile_images/17/ada_normal.jpg',
  },
};

export function activity(type: string, payload: unknown, account: string | null = brand) {
  return {
    event_uuid: '-6850472171600526000',
    filter: account === null ? {} : { user_id: account },
    event_type: type,
    tag: 'porchlight',
    payload,
  };
}

export function received(...messages: unknown[]) {
  const payload = { direct_message_events: messages, users: peopleByActivity };
  return { data: activity('dm.received', payload) };
}

export function sent(...messages: unknown[]) {
  const payload = { direct_message_events: messages, users: peopleByActivity };
  return { data: activity('dm.sent', payload) };
}

export function accountDelivery(...messages: unknown[]) {
  return { for_user_id: brand, direct_message_events: messages, users: peopleByAccount };
}

export function encrypted(type: 'chat.received' | 'chat.sent', conversation?: string) {
  return {
    data: activity(type, {
      id: '5d0c7a52-6a2e-4c27-9f4e-8d1f6f0a9b11',
      created_at_msec: '1784841183370',
      sender_id: type === 'chat.received' ? customer : brand,
      conversation_id: conversation ?? `${customer}:${brand}`,
      conversation_key_version: '1768236281331',
      encoded_event: 'q83vEjRWeJA=',
    }),
  };
}

/** One delivery of each kind that is not about a message. */
export const besideMessages: Readonly<Record<string, unknown>> = {
  'dm.read': { data: activity('dm.read', { last_read_event_id: '2080765901528535101' }) },
  'post.repost.create': { data: activity('post.repost.create', { id: '2080765813578190000' }) },
  'profile.update.handle': { data: activity('profile.update.handle', { before: 'a', after: 'b' }) },
  'sundae.melted': { data: activity('sundae.melted', 'drip') },
  direct_message_indicate_typing_events: {
    for_user_id: brand,
    direct_message_indicate_typing_events: [
      { created_timestamp: '1518127183443', sender_id: customer, target: { recipient_id: brand } },
    ],
  },
  replay_job_status: { replay_job_status: { webhook_id: '1', job_id: '2', job_state: 'Complete' } },
};

/** A delivery as X would write it on the wire. */
export function bytes(delivery: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(delivery));
}
