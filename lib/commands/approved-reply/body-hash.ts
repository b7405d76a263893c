import 'server-only';
import { createHash } from 'node:crypto';
import type { VersionContent } from '@/lib/domain/replies/reply';
import { contentToHash } from '@/lib/domain/replies/reply';
import { isoOf } from './version-for';

/** What a decision binds: the SHA-256, hex, of everything that a reviewer approves. */
export function hashOf(content: VersionContent): string {
  const words = contentToHash({
    ...content,
    validFrom: isoOf(content.validFrom),
    validUntil: isoOf(content.validUntil),
  });
  return createHash('sha256').update(words).digest('hex');
}
