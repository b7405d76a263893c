import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportReport } from '@/lib/commands/approved-reply/import';
import type { ImportFormat } from '@/lib/domain/replies/import-table';
import { decoded, formatOf } from './decode';
import { sendImport } from './send';

/** A file that was judged: what it is called, what it says, and what would become of it. */
export type Judged = { name: string; text: string; format: ImportFormat; report: ImportReport };

/** A file is judged at once and imported when somebody says so. */
export function useImport() {
  const client = useQueryClient();
  const [judged, setJudged] = useState<Judged | null>(null);
  const [imported, setImported] = useState<ImportReport | null>(null);
  const judging = useMutation({
    mutationFn: judge,
    onMutate: () => {
      setJudged(null);
      setImported(null);
    },
    onSuccess: setJudged,
  });
  const importing = useMutation({
    mutationFn: ({ text, format }: Judged) =>
      sendImport({ format, text, dryRun: false, skipWrong: true }),
    onSuccess: async (report) => {
      setImported(report);
      setJudged(null);
      await client.invalidateQueries({ queryKey: ['replies'] });
    },
  });
  return {
    ...{ judged, imported },
    judge: judging.mutate,
    take: importing.mutate,
    isJudging: judging.isPending,
    isImporting: importing.isPending,
    problem: judging.error?.message ?? importing.error?.message,
  };
}

async function judge(file: File): Promise<Judged> {
  const { text, problem } = decoded(new Uint8Array(await file.arrayBuffer()));
  if (problem !== undefined) throw new Error(problem);
  const format = formatOf(file.name, text);
  const report = await sendImport({ format, text, dryRun: true, skipWrong: false });
  return { name: file.name, text, format, report };
}
