import { answerAuth } from '@/lib/auth/next-auth';
import { isSameOrigin } from '@/lib/auth/same-origin';

type Context = { params: Promise<{ nextauth: string[] }> };

const readable = ['csrf', 'session', 'providers', 'signin', 'signout', 'callback', 'error'];
const writable = ['signin', 'signout', 'callback', 'session'];

export async function GET(request: Request, context: Context): Promise<Response> {
  return (await asksFor(context, readable)) ? await answerAuth(request, context) : notFound();
}

export async function POST(request: Request, context: Context): Promise<Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  return (await asksFor(context, writable)) ? await answerAuth(request, context) : notFound();
}

async function asksFor({ params }: Context, actions: readonly string[]): Promise<boolean> {
  return actions.includes(`${(await params).nextauth[0]}`);
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
