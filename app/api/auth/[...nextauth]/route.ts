import { answerAuth } from '@/lib/auth/next-auth';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { env } from '@/lib/env';

type Context = { params: Promise<{ nextauth: string[] }> };

const readable = ['csrf', 'session', 'providers', 'signin', 'signout', 'callback'];
const writable = ['signin', 'signout', 'callback', 'session'];

export async function GET(request: Request, context: Context): Promise<Response> {
  const action = await actionOf(context);
  if (action === 'error') return tellError(request);
  return readable.includes(action) ? await answer(request, context) : status(404);
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return status(403);
  return writable.includes(await actionOf(context)) ? await answer(request, context) : status(404);
}

// next-auth calls an address or a body that it cannot read a fault of the server.
async function answer(request: Request, context: Context): Promise<Response> {
  try {
    const answered = await answerAuth(request, context);
    return answered.status < 500 ? answered : status(400);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return status(400);
    throw error;
  }
}

// next-auth would put what came in the address into a header as it is.
function tellError(request: Request): Response {
  const door = new URL('/sign-in', env().APP_URL);
  door.searchParams.set('error', new URL(request.url).searchParams.get('error') ?? '');
  return new Response(null, { status: 302, headers: { location: door.href } });
}

async function actionOf({ params }: Context): Promise<string> {
  return (await params).nextauth[0] ?? '';
}

function status(code: number): Response {
  return new Response(null, { status: code });
}
