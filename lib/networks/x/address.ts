import type { AppConfig } from '../network';

export type Query = Readonly<Record<string, string | undefined>>;

/** The full address of a path of the API. */
export function address(app: AppConfig, path: string, query: Query = {}): string {
  const fields = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const search = new URLSearchParams(fields).toString();
  return `${app.apiUrl.replace(/\/+$/, '')}${path}${search && `?${search}`}`;
}
