import { timingSafeEqual } from 'node:crypto';
import { env } from '@/lib/env';
import { renderMetrics } from '@/lib/metrics';

export const dynamic = 'force-dynamic';

/** For whoever has the token. For everybody else there is nothing here. */
export async function GET(request: Request): Promise<Response> {
  if (!isAllowed(request.headers.get('authorization'))) return new Response(null, { status: 404 });
  const { contentType, text } = await renderMetrics();
  return new Response(text, {
    headers: { 'content-type': contentType, 'cache-control': 'no-store' },
  });
}

function isAllowed(given: string | null): boolean {
  const token = env().METRICS_TOKEN;
  if (token === undefined || given === null) return false;
  const [expected, offered] = [Buffer.from(`Bearer ${token}`), Buffer.from(given)];
  return expected.length === offered.length && timingSafeEqual(expected, offered);
}
