import { currentActor } from '@/lib/auth/actor';
import { requireSameOrigin } from '@/lib/auth/same-origin';
import { startConnecting } from '@/lib/connect';
import { refused } from '@/lib/route';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ network: string }> };

/**
 * Sends an admin to the network. A page that asks for JSON gets the address and goes there itself: our
 * content security policy lets no form lead anywhere but home.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  try {
    requireSameOrigin(request.headers);
    const location = await startConnecting(await currentActor(), (await params).network);
    const headers = { 'cache-control': 'no-store' };
    return request.headers.get('accept')?.includes('application/json')
      ? Response.json({ location }, { headers })
      : new Response(null, { status: 303, headers: { ...headers, location } });
  } catch (error) {
    return refused(error);
  }
}
