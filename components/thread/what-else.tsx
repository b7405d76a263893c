'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { targetsQuery } from '../clocks/queries';
import { AboutContact } from '../contacts/about-contact';
import { contactQuery } from '../contacts/queries';
import { ThatFit } from '../replies/that-fit';
import { Activity } from './activity';
import type { Conversation } from './conversation';
import { activityQuery, historyQuery } from './past-queries';

/** The rest of the context, drawn when all that it needs is known: nothing that comes later pushes it down. */
export function WhatElse({ conversation }: { conversation: Conversation }) {
  const asked = [
    useQuery(targetsQuery(conversation.id)),
    useQuery(contactQuery(conversation.contact.id)),
    useQuery(historyQuery(conversation.id)),
    useInfiniteQuery(activityQuery(conversation.id)),
  ];
  // One that failed, or waits for the network, keeps nothing of the others away.
  const isComing = ({ isPending, fetchStatus, failureCount }: (typeof asked)[number]) =>
    isPending && fetchStatus === 'fetching' && failureCount === 0;
  if (asked.some(isComing)) return null;
  return (
    <>
      <AboutContact conversation={conversation} />
      <Activity conversation={conversation} />
      <ThatFit conversation={conversation} />
    </>
  );
}
