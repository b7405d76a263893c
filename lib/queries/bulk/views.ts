import type { BulkItemState, BulkState } from '@/lib/domain/conversation/bulk';
import type { TriageChange } from '@/lib/domain/conversation/triage';

/** What a decision about all that a view holds would come to, counted by the rule that will decide. */
export type BulkPreview = {
  total: number;
  /** Whether there are more than one decision takes. */
  capped: boolean;
  changes: number;
  /** How many of these are open. */
  open: number;
  same: number;
  refused: { why: string; count: number }[];
  /** Where this was seen: what customers write later is not put out of sight. */
  seq: number;
};

/** A decision about a view, and how far it has come. */
export type BulkView = {
  id: string;
  view: string;
  query: string;
  change: TriageChange;
  state: BulkState;
  total: number;
  counts: Record<BulkItemState, number>;
  stoppedBecause: string | null;
  createdAt: string;
  endedAt: string | null;
};

/** Why some stayed as they were: each reason with how many, and the first of them. */
export type BulkReasons = {
  why: string;
  count: number;
  some: { conversationId: string; contactName: string }[];
}[];
