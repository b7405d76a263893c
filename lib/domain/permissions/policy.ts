import type { BrandPolicy } from './input';

/** A policy as it is kept, under the columns' names: null is as it is one step further up. */
export type PolicyRow = {
  offers_per_contact: number | null;
  offers_in_days: number | null;
  quiet_from: string | null;
  quiet_to: string | null;
  outreach_allowed: boolean | null;
  outreach_per_day: number | null;
  outreach_needs_lead: boolean | null;
};

/** Until a workspace says otherwise: few offers, none at night, and no first messages to strangers. */
export const usualPolicy: BrandPolicy = {
  offers: { perContact: 2, inDays: 30, quiet: { from: '21:00', to: '08:00' } },
  outreach: { isAllowed: false, perChannelAndDay: 10, needsLead: true },
};

/** What counts for a channel: its own word, else the workspace's, else what is usual. Group by group. */
export function policyOf(
  workspace: PolicyRow | undefined,
  channel: PolicyRow | undefined,
): BrandPolicy {
  const inOrder = [channel, workspace];
  return {
    offers: first(inOrder, offersOf) ?? usualPolicy.offers,
    outreach: first(inOrder, outreachOf) ?? usualPolicy.outreach,
  };
}

/** What a row says of offers by itself; null when it leaves them to others. */
export function offersOf(row: PolicyRow): BrandPolicy['offers'] | null {
  const { offers_per_contact: perContact, offers_in_days: inDays, quiet_from, quiet_to } = row;
  if (perContact === null || inDays === null) return null;
  const isKept = quiet_from !== null && quiet_to !== null;
  return { perContact, inDays, quiet: isKept ? { from: quiet_from, to: quiet_to } : null };
}

/** What a row says of first messages by itself; null when it leaves them to others. */
export function outreachOf(row: PolicyRow): BrandPolicy['outreach'] | null {
  const { outreach_allowed: isAllowed, outreach_per_day, outreach_needs_lead } = row;
  if (isAllowed === null) return null;
  return {
    isAllowed,
    perChannelAndDay: outreach_per_day ?? usualPolicy.outreach.perChannelAndDay,
    needsLead: outreach_needs_lead ?? usualPolicy.outreach.needsLead,
  };
}

function first<T>(rows: readonly (PolicyRow | undefined)[], part: (row: PolicyRow) => T | null) {
  for (const row of rows) {
    const found = row && part(row);
    if (found) return found;
  }
  return undefined;
}
