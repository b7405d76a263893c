import { HOME } from '@/lib/auth/paths';
import { currentPerson } from '@/lib/auth/person';
import { publicly } from '@/lib/auth/public-action';
import { enterWorkspace } from '@/lib/auth/sessions';
import { env } from '@/lib/env';

/** For people who are no member of the workspace they look at, and so cannot ask for anything in it. */
export async function POST(request: Request): Promise<Response> {
  const workspaceId = String((await request.formData()).get('workspaceId'));
  const answer = await publicly(
    async () => await enterWorkspace(await currentPerson(), workspaceId),
  );
  if (!answer.ok && answer.refusal.code === 'forbidden') return new Response(null, { status: 403 });
  return Response.redirect(new URL(answer.ok ? HOME : '/sign-in/no-access', env().APP_URL), 303);
}
