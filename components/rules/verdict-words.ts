import type { Decision, LayerFinding } from '@/lib/domain/permissions/decide';
import type { ReasonCode } from '@/lib/domain/permissions/reasons';
import type { Names } from '@/lib/domain/permissions/sentences';
import { sentenceOf } from '@/lib/domain/permissions/sentences';
import { capital } from '../ui/capital';

type Verdict = Decision['verdict'];

/** What a decision comes to, in a word or two. */
export function verdictWords(verdict: Verdict, network: string): string {
  return verdict === 'check_first' ? `Ask ${network} first` : words[verdict];
}

const words: Record<Exclude<Verdict, 'check_first'>, string> = {
  allow: 'Yes',
  refuse: 'No',
  defer: 'Later',
};

/** A reason as a sentence of its own, also where it begins with somebody who has no name. */
export function sentence(reason: ReasonCode, names: Names): string {
  return capital(sentenceOf(reason, names));
}

/** What one layer says by itself. */
export function findingWords({ hindrance, passage }: LayerFinding, names: Names): string {
  const reason = hindrance?.reason ?? passage?.reason;
  return reason === undefined ? 'Nothing in the way.' : sentence(reason, names);
}
