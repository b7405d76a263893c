import { beginSingleSignOn } from '@/lib/auth/begin-single-sign-on';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { formOf } from '@/lib/http/form';

export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const next = (await formOf(request)).get('next');
  return await beginSingleSignOn(typeof next === 'string' ? next : undefined);
}
