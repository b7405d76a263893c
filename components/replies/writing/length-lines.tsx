'use client';

import { useQuery } from '@tanstack/react-query';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { postLimit } from '@/lib/domain/conversation/post-length';
import type { Allowance } from '@/lib/domain/replies/reply';
import type { Part } from '@/lib/domain/replies/template';
import { postLeft } from '../../composer/post-left';
import { attributesQuery } from '../../contacts/queries';
import { channelsQuery, membersQuery } from '../../inbox/queries';
import { atItsLongest, longestValues } from './longest';

/** How long the words are at most, by where they are said. */
export function LengthLines({
  parts,
  allowance,
}: {
  parts: readonly Part[];
  allowance: Allowance;
}) {
  const { data: attributes = [] } = useQuery(attributesQuery);
  const { data: members = [] } = useQuery(membersQuery);
  const { data: channels = [] } = useQuery(channelsQuery);
  const { text, varies } = atItsLongest(
    parts,
    allowance,
    longestValues({
      attributes,
      memberNames: members.filter(({ removed }) => !removed).map(({ name }) => name),
      handles: channels.map(({ handle }) => handle),
    }),
  );
  const most = varies ? 'at most ' : '';
  const { length } = [...text];
  const inPublic = postLimit - postLeft(text).left;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-0.5 text-fact text-ink-3">
      <Line name="In a private message" isTooLong={length > textLimits.reply}>
        {most}
        {figure(length)} of {figure(textLimits.reply)} characters
      </Line>
      <Line name="In public" isTooLong={inPublic > postLimit}>
        {most}
        {figure(inPublic)} of {postLimit}
        {inPublic > postLimit ? ': too long, so it is offered in private only' : ' characters'}
      </Line>
      {varies ? (
        <p className="basis-full">With the longest names and values that can be filled in.</p>
      ) : null}
    </dl>
  );
}

function Line({
  name,
  isTooLong,
  children,
}: {
  name: string;
  isTooLong: boolean;
  children: React.ReactNode;
}) {
  return (
    <div className="flex flex-wrap gap-x-1.5">
      <dt>{name}:</dt>
      <dd className={isTooLong ? 'text-amber-ink tabular-nums' : 'text-ink-2 tabular-nums'}>
        {children}
      </dd>
    </div>
  );
}

function figure(count: number): string {
  return count.toLocaleString('en-GB');
}
