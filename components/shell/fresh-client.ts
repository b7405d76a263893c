import type {
  InvalidateOptions,
  InvalidateQueryFilters,
  Query,
  QueryKey,
  SetDataOptions,
} from '@tanstack/react-query';
import { QueryClient } from '@tanstack/react-query';

/**
 * A cache in which what became stale stays so until it is read again. The library takes the mark off for
 * an answer that was already under way, unless it is asked anew: which it does for what is on screen and
 * was read before, not for a conversation that is fetched ahead or opened for the first time. It takes it
 * off for whatever is changed in the cache by hand, too.
 */
export class FreshClient extends QueryClient {
  override setQueryData<Data>(
    queryKey: QueryKey,
    updater: unknown,
    options?: SetDataOptions,
  ): Data | undefined {
    const known = this.getQueryCache().find({ queryKey });
    const stale = known?.state.isInvalidated;
    const data = super.setQueryData<Data>(queryKey, updater as Data, options);
    if (stale) known?.invalidate();
    return data;
  }

  override async invalidateQueries(
    filters?: InvalidateQueryFilters,
    options?: InvalidateOptions,
  ): Promise<void> {
    for (const query of this.getQueryCache().findAll(filters)) {
      if (isNotAskedAnew(query)) void this.#markOnceAnswered(query);
    }
    await super.invalidateQueries(filters, options);
  }

  async #markOnceAnswered(query: Query): Promise<void> {
    await query.promise?.catch(() => undefined);
    await super.invalidateQueries({ queryKey: query.queryKey, exact: true });
  }
}

function isNotAskedAnew(query: Query): boolean {
  const { fetchStatus, data } = query.state;
  return fetchStatus !== 'idle' && (data === undefined || !query.isActive());
}
