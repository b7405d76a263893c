import { textLimits } from '@/lib/domain/conversation/conversation';
import { Refusal } from '@/lib/domain/refusal';

/**
 * What a person typed as it will be stored and sent: well-formed, composed (NFC), without U+0000 and
 * without blank edges. Refuses what says nothing, unless a file does, and what is longer than `kind`
 * allows.
 */
export function bodyFor(
  kind: keyof typeof textLimits,
  typed: string,
  { mayBeEmpty = false }: { mayBeEmpty?: boolean } = {},
): string {
  const body = typed
    .toWellFormed()
    .replaceAll('\u0000', '')
    .replaceAll('\r\n', '\n')
    .normalize('NFC')
    .trim();
  if (!SAYS_SOMETHING.test(body)) {
    if (mayBeEmpty) return '';
    throw new Refusal('invalid', 'Write something first.');
  }
  const length = [...body].length;
  if (length > textLimits[kind]) {
    throw new Refusal(
      'invalid',
      `This ${kind} has ${figure(length)} characters; at most ${figure(textLimits[kind])} fit.`,
      { length, limit: textLimits[kind] },
    );
  }
  return body;
}

// Zero-width and other format characters alone would arrive as an empty message.
const SAYS_SOMETHING = /[^\s\p{Cc}\p{Cf}]/u;

function figure(count: number): string {
  return count.toLocaleString('en');
}
