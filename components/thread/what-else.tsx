'use client';

import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { targetsQuery } from '../clocks/queries';
import { AboutContact } from '../contacts/about-contact';
import { contactQuery } from '../contacts/queries';
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
  if (asked.some(({ isPending }) => isPending)) return null;
  return (
    <>
      <AboutContact conversation={conversation} />
      <Activity conversation={conversation} />
    </>
  );
}
