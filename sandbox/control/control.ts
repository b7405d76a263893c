import type { Sandbox } from '../core/sandbox';
import type { Answer } from '../http/answer';
import { json } from '../http/answer';
import type { Asked } from '../http/request';
import { router } from '../http/route';
import { guard } from './guard';
import { messageRoutes } from './messages';
import { networkRoutes } from './network';
import type { Operate } from './operation';
import { ControlError } from './operation';
import { peopleRoutes } from './people';
import { postRoutes } from './posts';

export type Control = { host: string; reset: (seed?: 'story' | 'accounts' | 'none') => void };

/** The switchboard behind the page: everything under `/sandbox/`. */
export function controlApi(sandbox: Sandbox, { host, reset }: Control) {
  const match = router<Operate>([
    ...peopleRoutes,
    ...messageRoutes,
    ...postRoutes,
    ...networkRoutes(reset),
  ]);
  return async (asked: Asked): Promise<Answer> => {
    const refusal = guard(asked, host);
    if (refusal) return refusal;
    const matched = match(asked.method, asked.url.pathname);
    if (!matched) return json(404, { error: 'There is nothing here.' });
    if (matched === 'not_allowed') return json(405, { error: 'Not with this method.' });
    try {
      return await matched.target({
        sandbox,
        asked,
        params: matched.params,
        query: asked.url.searchParams,
      });
    } catch (error) {
      if (error instanceof ControlError) return json(error.status, { error: error.message });
      throw error;
    }
  };
}
