import { z } from 'zod';
import { HOME } from '@/lib/auth/paths';
import { currentPerson } from '@/lib/auth/person';
import { publicly } from '@/lib/auth/public-action';
import { enterWorkspace } from '@/lib/auth/sessions';
import { env } from '@/lib/env';
import { formOf } from '@/lib/http/form';

/** For people who are no member of the workspace they look at, and so cannot ask for anything in it. */
export async function POST(request: Request): Promise<Response> {
  const chosen = (await formOf(request)).get('workspaceId');
  const answer = await publicly(async () =>
    enterWorkspace(await currentPerson(), z.uuid().parse(chosen)),
  );
  if (!answer.ok && answer.refusal.code === 'forbidden') return new Response(null, { status: 403 });
  return Response.redirect(new URL(answer.ok ? HOME : '/sign-in/no-access', env().APP_URL), 303);
}
