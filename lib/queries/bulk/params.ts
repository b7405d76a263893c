import type { TriageChange } from '@/lib/domain/conversation/triage';
import { Refusal } from '@/lib/domain/refusal';
import { triageChange } from '@/lib/triage-change';

/** The decision that an address names, as JSON. Refuses as `invalid` what is none. */
export function changeFrom(search: URLSearchParams): TriageChange {
  const change = triageChange.safeParse(parsed(search.get('change') ?? ''));
  if (!change.success) throw new Refusal('invalid', 'This decision cannot be read.');
  return change.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
