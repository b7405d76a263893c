import { tellEvents } from '@/lib/api/tell-events';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ identity: string }> };

/** Another system tells what a contact did. By key, never by cookie. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return await tellEvents(request, (await params).identity);
}
