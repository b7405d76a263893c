/**
 * Where a version of an approved reply stands by the clock, in SQL over the alias of `reply_versions`: what is published and
 * past its end has expired, also before the worker has written it down.
 */
export function stateNow(version: string): string {
  return `case when ${version}.state = 'published' and ${version}.valid_until <= clock_timestamp()
    then 'expired' else ${version}.state end`;
}
