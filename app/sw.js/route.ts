import { buildId } from '@/lib/build';
import { serviceWorker } from '@/lib/http/service-worker';

export function GET(): Response {
  return new Response(serviceWorker(buildId()), {
    headers: {
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
      'x-content-type-options': 'nosniff',
    },
  });
}

export const dynamic = 'force-dynamic';
