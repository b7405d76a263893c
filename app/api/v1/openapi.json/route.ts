import { openApi } from '@/lib/api/openapi';
import { answerWith } from '@/lib/api/problem';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

/** How the API is asked, for whoever writes a client. It says nothing of any workspace. */
export function GET(): Response {
  return answerWith(200, openApi(env().APP_URL));
}
