/** A path with names in braces, such as `/2/dm_events/{id}`, and what it matches. */
export type Route<T> = { method: string; path: string; target: T };

export type Match<T> = { target: T; params: Record<string, string>; path: string };

export function router<T>(routes: readonly Route<T>[]) {
  const compiled = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  return (method: string, pathname: string): Match<T> | 'not_allowed' | undefined => {
    let known = false;
    for (const { pattern, target, path, ...route } of compiled) {
      const found = pattern.exec(pathname);
      if (!found) continue;
      if (route.method === method) return { target, path, params: decoded(found.groups ?? {}) };
      known = true;
    }
    return known ? 'not_allowed' : undefined;
  };
}

function patternOf(path: string): RegExp {
  const source = path.replace(/[.]/g, '\\.').replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  return new RegExp(`^${source}$`);
}

function decoded(groups: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decode(value)]));
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
