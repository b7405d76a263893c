import { followTo } from '@/lib/follow-link';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ reference: string }> };

const headers = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
};

/** A "message us" link on the brand's own site: public, without a cookie, on to the network. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const found = await followTo((await params).reference, request);
  if (found === 'nowhere') {
    return new Response('This link leads nowhere any more.', { status: 404, headers });
  }
  if (found === 'too_many') {
    const later = { ...headers, 'retry-after': '60' };
    return new Response('Too many at once. Wait a minute.', { status: 429, headers: later });
  }
  return new Response(null, { status: 302, headers: { ...headers, location: found.to } });
}
