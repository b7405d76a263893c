import { within } from '@/lib/deadline';
import { readiness } from '@/lib/queries/operations/readiness';

export const dynamic = 'force-dynamic';

const PATIENCE_MS = 1_800;

/** Whether traffic should come here: 503 without a database, with another schema, or with no worker alive. */
export async function GET(): Promise<Response> {
  const { ready, problems } = await within(PATIENCE_MS, readiness()).catch(() => ({
    ready: false,
    problems: ['database'],
  }));
  const text = ready ? 'ready\n' : `not ready: ${problems.join(', ')}\n`;
  return new Response(text, {
    status: ready ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  });
}
