import { z } from 'zod';
import type { Answer, MessagePage, Person } from '../network';
import type { Api } from './api';
import type { Included, Viewpoint } from './looked-up';
import { findMessage, timeOf } from './looked-up';
import type { XLookedUpMessage } from './payloads';
import { id, lookedUpMedia, lookedUpMessage, user } from './payloads';
import { toPerson } from './people';
import { userFields } from './users';

const fields = {
  max_results: '100',
  event_types: 'MessageCreate',
  'dm_event.fields': 'attachments,created_at,dm_conversation_id,entities,event_type,id,text',
  expansions: 'attachments.media_keys,sender_id',
  'user.fields': userFields,
  'media.fields': 'alt_text,height,media_key,preview_image_url,type,url,variants,width',
} as const;

const entry = z.union([
  lookedUpMessage,
  z.object({ event_type: z.string().refine((type) => type !== 'MessageCreate') }),
]);

const page = z
  .object({
    data: z.array(entry).optional(),
    includes: z
      .object({ users: z.array(z.unknown()).optional(), media: z.array(z.unknown()).optional() })
      .optional(),
    meta: z.object({ next_token: z.string().min(1).optional() }).optional(),
    errors: z.array(z.unknown()).optional(),
  })
  // Without this a failure beside a status of success would pass for "no messages".
  .refine(({ data, errors }) => data !== undefined || !errors?.length);

/** One page of the account's messages over all people, or with one person. */
export async function lookUp(
  api: Api,
  viewpoint: Viewpoint,
  pageToken?: string,
): Promise<Answer<MessagePage>> {
  const path =
    viewpoint.person === undefined
      ? '/2/dm_events'
      : `/2/dm_conversations/with/${encodeURIComponent(viewpoint.person)}/dm_events`;
  const query = { ...fields, pagination_token: pageToken };
  const { value, ...rest } = await api.ask({ method: 'GET', path, query }, page);
  return { value: toPage(value, viewpoint), ...rest };
}

function toPage(answer: z.infer<typeof page>, viewpoint: Viewpoint): MessagePage {
  const entries = answer.data ?? [];
  const messages = entries.filter((item): item is XLookedUpMessage => 'sender_id' in item);
  const included = includedIn(answer.includes);
  const [oldest] = messages.map(timeOf).toSorted((a, b) => a.getTime() - b.getTime());
  // X names a next page on the last one too; only an empty page is the end.
  const nextToken = entries.length > 0 ? answer.meta?.next_token : undefined;
  return {
    messages: messages.flatMap((message) => findMessage(message, viewpoint, included) ?? []),
    ...(nextToken !== undefined && { nextToken }),
    ...(oldest && { oldestAt: oldest }),
  };
}

function includedIn(includes: z.infer<typeof page>['includes']): Included {
  const people = (includes?.users ?? []).flatMap((raw): [string, Person][] => {
    const { data } = user.extend({ id }).safeParse(raw);
    return data ? [[data.id, toPerson(data.id, data)]] : [];
  });
  const media = (includes?.media ?? []).flatMap((raw) => lookedUpMedia.safeParse(raw).data ?? []);
  return { people: new Map(people), media };
}
