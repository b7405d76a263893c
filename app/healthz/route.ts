export const dynamic = 'force-dynamic';

/** This process answers. It says nothing about anything else. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'cache-control': 'no-store' } });
}
