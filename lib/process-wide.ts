/**
 * The one `make()` of this process under `name`. Next keeps separate module graphs for routes and
 * instrumentation, so a module-level variable would exist twice.
 */
export function processWide<T extends object>(name: string, make: () => T): T {
  const holder = globalThis as unknown as Record<symbol, T | undefined>;
  const key = Symbol.for(`porchlight.${name}`);
  const known = holder[key];
  if (known) return known;
  const made = make();
  holder[key] = made;
  return made;
}
