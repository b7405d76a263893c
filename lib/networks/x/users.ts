import { z } from 'zod';
import type { Answer, Person } from '../network';
import type { Api } from './api';
import type { XUser } from './payloads';
import { id, user } from './payloads';
import { toPerson } from './people';

/** The fields of a user that we ask for. */
export const userFields =
  'id,name,username,profile_image_url,public_metrics,verified,verified_type';

/** Beside them how they stand to the account that asks. */
const relationFields = `${userFields},connection_status,receives_your_dm`;

const LARGEST_BATCH = 100;
const known = user.extend({ id });
const one = z.object({ data: known });
const many = z.object({ data: z.array(known).default([]) });

/** The account itself. */
export async function findMe(api: Api): Promise<Answer<Person>> {
  const asked = {
    method: 'GET',
    path: '/2/users/me',
    query: { 'user.fields': userFields },
  } as const;
  const { value, ...rest } = await api.ask(asked, one);
  return { value: toPerson(value.data.id, value.data), ...rest };
}

/** Those of the people who exist, by a call for every hundred. */
export async function findPeople(
  api: Api,
  externalIds: readonly string[],
): Promise<Answer<Person[]>> {
  const batches = Array.from({ length: Math.ceil(externalIds.length / LARGEST_BATCH) }, (_, nth) =>
    externalIds.slice(nth * LARGEST_BATCH, (nth + 1) * LARGEST_BATCH),
  );
  const answers = await Promise.all(batches.map((ids) => api.ask(usersByIds(ids), many)));
  const rate = answers.findLast((answer) => answer.rate)?.rate;
  const people = answers.flatMap(({ value }) => value.data.map(personOf));
  return { value: people, ...(rate && { rate }) };
}

function usersByIds(ids: readonly string[]) {
  const query = { ids: ids.join(','), 'user.fields': relationFields };
  return { method: 'GET', path: '/2/users', query } as const;
}

function personOf(found: XUser & { id: string }): Person {
  return toPerson(found.id, found);
}
