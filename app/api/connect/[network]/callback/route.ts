import { currentActor } from '@/lib/auth/actor';
import { finishConnecting } from '@/lib/connect';
import { Refusal } from '@/lib/domain/refusal';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ network: string }> };

/** The admin comes back from the network. Whatever happened is told on the settings page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { network } = await params;
  const query = new URL(request.url).searchParams;
  const [state, code] = [query.get('state'), query.get('code')];
  if (!state || !code) return toSettings('denied');
  try {
    await finishConnecting(await currentActor(), network, { state, code });
    return toSettings('connected');
  } catch (error) {
    if (!(error instanceof Refusal)) log.warn({ err: error, network }, 'connecting failed');
    return toSettings(error instanceof Refusal ? outcomes[error.code] : 'failed');
  }
}

const outcomes: Partial<Record<Refusal['code'], string>> = {
  not_found: 'over',
  conflict: 'elsewhere',
  forbidden: 'forbidden',
  unauthenticated: 'signed-out',
};

function toSettings(outcome = 'failed'): Response {
  const location = `${env().APP_URL}/settings/channels?connect=${outcome}`;
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}
