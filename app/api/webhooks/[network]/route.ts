import { acceptDelivery } from '@/lib/commands/inbound/accept';
import { count } from '@/lib/counts';
import { within } from '@/lib/deadline';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import type { Network } from '@/lib/networks/network';
import { appConfig, findNetwork } from '@/lib/networks/registry';
import { readRawBody } from '@/lib/raw-body';

export const dynamic = 'force-dynamic';

type Context = { params: Promise<{ network: string }> };

const LIMIT_BYTES = 1024 * 1024;

/** The network waits 3 s at the least patient; before that it is told to come again. */
const PATIENCE_MS = 2_800;

/** The network asks whether this address is ours. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { network: name } = await params;
  const network = findNetwork(name);
  if (!network) return answer(404);
  const query = new URL(request.url).searchParams;
  const { status, body } = network.webhook.answerChallenge(query, appConfig(name, env()));
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

/** Verifies the raw bytes, commits them, and only then says 200. What they say is read later. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { network: name } = await params;
  const network = findNetwork(name);
  if (!network) return answer(404);
  if (!isPlainJson(request.headers)) return answer(415);
  const body = await readRawBody(request, LIMIT_BYTES);
  if (body === 'too_large') return answer(413);
  if (body === 'broken') return answer(400);
  // Nothing was said, so nobody can have meant it.
  if (body.byteLength === 0) return answer(401);
  if (!network.webhook.isAuthentic(body, request.headers, appConfig(name, env()))) {
    return answer(401);
  }
  return await keep(name, network, body);
}

async function keep(name: string, network: Network, body: Uint8Array): Promise<Response> {
  const delivery = { network: name, dedupeKey: network.webhook.dedupeKey(body), body };
  try {
    const kept = await within(PATIENCE_MS, acceptDelivery(delivery));
    if (kept === 'repeated') count('deliveries_repeated');
    return answer(200);
  } catch (error) {
    log.error({ err: error, network: name }, 'a webhook body could not be kept');
    return answer(503, { 'retry-after': '2' });
  }
}

/** A compressed body would have to be unpacked before its length and its signature are known. */
function isPlainJson(headers: Headers): boolean {
  const type = headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  const encoding = headers.get('content-encoding')?.trim().toLowerCase() ?? 'identity';
  return type === 'application/json' && encoding === 'identity';
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { 'cache-control': 'no-store', ...headers } });
}
