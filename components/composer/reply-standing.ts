'use client';

import { useMemo } from 'react';
import { standingsOfUses } from '@/lib/domain/replies/judge';
import type { Standing } from '@/lib/domain/replies/standing';
import type { UseView } from '@/lib/queries/replies/views';
import { useReplyUses } from './reply-uses';

type Stands = { use: UseView; standing: Standing };

/** What has become of each approved reply in a text, in the order in which they were put there. */
export function useReplyStanding(conversationId: string, text: string): Stands[] {
  const { uses } = useReplyUses(conversationId);
  return useMemo(() => {
    const standings = standingsOfUses(text, uses);
    return uses.flatMap((use) => {
      const standing = standings.get(use.id);
      return standing ? [{ use, standing }] : [];
    });
  }, [uses, text]);
}
