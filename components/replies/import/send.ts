import type { ImportReport } from '@/lib/commands/approved-reply/import';
import type { RefusalView } from '@/lib/domain/refusal';
import type { ImportFormat } from '@/lib/domain/replies/import-table';

export type ImportAsked = {
  format: ImportFormat;
  text: string;
  dryRun: boolean;
  skipWrong: boolean;
};

const unreachable = 'Porchlight did not answer. Nothing was imported; try again in a moment.';

/** Has a file judged or imported: a server action could not carry one. Throws with a sentence. */
export async function sendImport(asked: ImportAsked): Promise<ImportReport> {
  let response: Response;
  try {
    response = await fetch('/api/replies/import', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
  } catch (cause) {
    throw new Error(unreachable, { cause });
  }
  if (response.ok) return await response.json();
  const refusal: Partial<RefusalView> = await response.json().catch(() => ({}));
  throw new Error(refusal.message ?? unreachable);
}
