// How a person has arranged the inbox in this browser. Cookies, so that the server draws it so from
// the first byte and nothing shifts.

export const listWidth = { min: 280, usual: 340, max: 560, step: 16 } as const;

export type Layout = { listWidth: number; viewsShown: boolean; contextShown: boolean };

export const layoutCookies = {
  listWidth: 'list-width',
  views: 'views',
  context: 'context',
} as const;

/** What the cookies say, as far as it makes sense. */
export function layoutFrom(read: (name: string) => string | undefined): Layout {
  const width = Number.parseInt(read(layoutCookies.listWidth) ?? '', 10);
  return {
    listWidth: Number.isNaN(width) ? listWidth.usual : clampWidth(width),
    viewsShown: read(layoutCookies.views) !== 'hidden',
    contextShown: read(layoutCookies.context) !== 'hidden',
  };
}

export function clampWidth(width: number): number {
  return Math.round(Math.min(listWidth.max, Math.max(listWidth.min, width)));
}

/** The width that a key gives the list, or null for a key that means something else. */
export function widthByKey(key: string, width: number, big: boolean): number | null {
  const by = listWidth.step * (big ? 4 : 1);
  const next = {
    ArrowLeft: width - by,
    ArrowRight: width + by,
    Home: listWidth.min,
    End: listWidth.max,
    Enter: listWidth.usual,
  }[key];
  return next === undefined ? null : clampWidth(next);
}
