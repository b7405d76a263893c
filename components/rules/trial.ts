'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import type { Decision, LayerFinding } from '@/lib/domain/permissions/decide';
import { decide, explain } from '@/lib/domain/permissions/decide';
import type { PermissionInput } from '@/lib/domain/permissions/input';
import { replyInput } from '@/lib/domain/permissions/reply-input';
import type { Names } from '@/lib/domain/permissions/sentences';
import type { Supposed } from '@/lib/domain/permissions/suppose';
import { aboutStranger, suppose } from '@/lib/domain/permissions/suppose';
import { ruleOf } from '@/lib/domain/permissions/suppose-network';
import type { RealCase, TestableChannel } from '@/lib/queries/rules/case';
import { useClock } from '../ui/clock';
import type { Case } from './address';
import { realCaseQuery } from './queries';
import { ruleWords } from './words';

/** A case and everything that follows from it. */
export type Trial = {
  test: Case;
  channel: TestableChannel;
  /** The two real sides; null for somebody made up. */
  real: RealCase | null;
  /** What is so before anything is supposed. */
  base: PermissionInput;
  input: PermissionInput;
  decision: Decision;
  findings: readonly LayerFinding[];
  names: Names;
};

/** What became of reading the real facts that a case begins with. */
export type Reading = { state: 'none' | 'reading' | 'read' } | { state: 'failed'; why: string };

/** Decides a case anew whenever anything in it changes. Nothing of this asks the server but the real facts. */
export function useTrial(
  test: Case,
  channels: readonly [TestableChannel, ...TestableChannel[]],
): { trial: Trial; reading: Reading } {
  const { now } = useClock();
  const { conversationId, channelId, supposed } = test;
  const { data, error } = useQuery({
    ...realCaseQuery(conversationId ?? ''),
    enabled: conversationId !== null,
  });
  const real = (conversationId !== null && data) || null;
  const wanted = real?.channel.id ?? channelId;
  const channel = channels.find(({ id }) => id === wanted) ?? channels[0];
  const base = real
    ? replyInput(real.facts)
    : aboutStranger({ ...channel.facts, now: Math.max(now, channel.facts.now) });
  const input = suppose(base, supposed);
  const trial = {
    test,
    channel,
    real,
    base,
    input,
    decision: decide(input),
    findings: explain(input),
    names: {
      contact: real?.contact.name ?? 'this person',
      channel: real?.channel.handle ?? channel.handle,
      network: ruleWords[ruleOf(input)].network,
    },
  };
  return { trial, reading: readingOf(conversationId, data, error) };
}

function readingOf(
  conversationId: string | null,
  data: RealCase | undefined,
  error: Error | null,
): Reading {
  if (conversationId === null) return { state: 'none' };
  if (data) return { state: 'read' };
  return error ? { state: 'failed', why: error.message } : { state: 'reading' };
}

const TrialContext = createContext<Trial | null>(null);
export const TrialProvider = TrialContext;

export function useThisTrial(): Trial {
  const trial = use(TrialContext);
  if (!trial) throw new Error('Only the rule tester has a case.');
  return trial;
}

/** What is asked in a case, without what is supposed of the two. */
export function questionIn({ purpose, by, rules }: Supposed): Supposed {
  return {
    ...(purpose === undefined ? {} : { purpose }),
    ...(by === undefined ? {} : { by }),
    ...(rules === undefined ? {} : { rules }),
  };
}
