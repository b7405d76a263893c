import { currentActor } from '@/lib/auth/actor';
import { Refusal } from '@/lib/domain/refusal';
import { hear } from '@/lib/realtime/heard';
import { openStream } from '@/lib/realtime/open-stream';
import { refused } from '@/lib/route';

/**
 * The live stream. `Last-Event-ID` or `?after=` resumes it; `?workspace=` refuses a browser that
 * meanwhile looks at another workspace.
 */
export async function GET(request: Request): Promise<Response> {
  try {
    const actor = await currentActor();
    const search = new URL(request.url).searchParams;
    const workspace = search.get('workspace');
    if (workspace !== null && workspace !== actor.workspaceId) {
      throw new Refusal('conflict', 'You look at another workspace now. Load the page again.');
    }
    const after = positionFor(request.headers.get('last-event-id') ?? search.get('after'));
    const body = await openStream(actor, { after, signal: request.signal });
    hear(actor);
    return new Response(body, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  } catch (error) {
    return refused(error);
  }
}

function positionFor(position: string | null): number | null {
  if (position === null) return null;
  if (!/^\d{1,15}$/.test(position)) throw new Refusal('invalid', 'This is no position.');
  return Number(position);
}
