import { usageAsked } from '@/lib/domain/replies/usage';
import type { VersionView } from '@/lib/queries/replies/views';
import { counted } from '../../reports/promise-words';
import { SoftLink } from '../../ui/soft-link';
import { usesPath } from '../usage/paths';

/** Why nobody may say it any more, and the way to everybody to whom it was said. */
export function RecalledNotice({ version }: { version: VersionView }) {
  const { id: versionId, replyId, state, endReason, sentIn } = version;
  if (state !== 'recalled') return null;
  const path = usesPath({ ...usageAsked({}), replyId, versionId, after: null });
  return (
    <section
      aria-label="It was recalled"
      className="grid gap-1 rounded-md bg-amber-wash px-3 py-2.5 text-amber-ink"
    >
      <p className="[overflow-wrap:anywhere]" dir="auto">
        Recalled{endReason ? `: ${endReason}` : '.'}
      </p>
      <p>
        {sentIn ? (
          <SoftLink href={path} className="inline-block min-h-6 underline underline-offset-2">
            Sent in {counted(sentIn)} {sentIn === 1 ? 'conversation' : 'conversations'}
          </SoftLink>
        ) : (
          'It was sent in no conversation.'
        )}
      </p>
    </section>
  );
}
