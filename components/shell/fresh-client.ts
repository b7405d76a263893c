import type { InvalidateOptions, InvalidateQueryFilters, Query } from '@tanstack/react-query';
import { QueryClient } from '@tanstack/react-query';

/**
 * A cache in which an answer that was asked for before something became stale does not pass as fresh.
 * The library lets an answer that is under way take the mark off again, unless it is asked anew: which
 * it does for what is on screen and was read before, not for a conversation that is fetched ahead or
 * opened for the first time.
 */
export class FreshClient extends QueryClient {
  override async invalidateQueries(
    filters: InvalidateQueryFilters = {},
    options: InvalidateOptions = {},
  ): Promise<void> {
    for (const query of this.getQueryCache().findAll(filters)) {
      if (isNotAskedAnew(query)) void this.#markOnceAnswered(query);
    }
    await super.invalidateQueries(filters, options);
  }

  async #markOnceAnswered({ promise, queryKey }: Query): Promise<void> {
    await promise?.catch(() => undefined);
    await super.invalidateQueries({ queryKey, exact: true });
  }
}

function isNotAskedAnew(query: Query): boolean {
  if (query.state.fetchStatus === 'idle') return false;
  return !query.isActive() || query.state.data === undefined;
}
