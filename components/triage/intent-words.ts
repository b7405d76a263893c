import type { Intent } from '@/lib/domain/triage/intent';
import type { SpamSign } from '@/lib/domain/triage/quarantine';

/** How an intent is called, and the key that says so while the intents are open. */
export const intentWords: Record<Intent, { name: string; key: string; about: string }> = {
  complaint: { name: 'Complaint', key: 'c', about: 'something went wrong' },
  question: { name: 'Question', key: 'q', about: 'wants to know something' },
  request: { name: 'Request', key: 'r', about: 'wants something done' },
  praise: { name: 'Praise', key: 'p', about: 'thanks or likes something' },
  press: { name: 'Press', key: 'e', about: 'asks for a paper or a show' },
  business: { name: 'Business', key: 'b', about: 'offers or wants to work with you' },
  spam: { name: 'Spam', key: 's', about: 'nobody asked for it' },
  other: { name: 'Other', key: 'o', about: 'none of these' },
};

export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** Why something is in quarantine, as a sentence's part. */
export function signWords({ sign, shown }: { sign: SpamSign; shown: string }): string {
  if (shown === '') return 'its words were taken back since';
  switch (sign) {
    case 'repeated':
      return `${shown} strangers wrote the same within a day`;
    case 'link_only':
      return `its first message is nothing but a link (${shown})`;
    case 'blocked_domain':
      return `it leads to ${shown}, which is blocked here`;
    case 'words':
      return `it reads like an advertisement: “${shown.split(', ').join('”, “')}”`;
  }
}
