import type { RuleNames, RuleThings } from '@/lib/domain/rules/names';

/** What rules can name here, and what each is called. */
export type Known = { things: RuleThings; names: RuleNames };
