type Page = {
  nonce: string;
  /** Whether people reach the app over TLS. */
  isSecure: boolean;
  /** Whether this is `next dev`, whose overlay and reloading need more than the product does. */
  isDevelopment: boolean;
};

export type Header = [name: string, value: string];

/** What a page may load and whom it may talk to: itself, and scripts that carry this answer's nonce. */
export function contentSecurityPolicy({ nonce, isDevelopment }: Page): string {
  const directives = {
    'default-src': "'none'",
    'script-src': `'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    'style-src': isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    'img-src': "'self' blob: data:",
    'media-src': "'self' blob:",
    'font-src': "'self'",
    'connect-src': isDevelopment ? "'self' ws:" : "'self'",
    'manifest-src': "'self'",
    'worker-src': "'self'",
    'form-action': "'self'",
    'object-src': "'none'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');
}

/** The headers of every answer that is not a static file. */
export function securityHeaders(page: Page): Header[] {
  return [['content-security-policy', contentSecurityPolicy(page)], ...fencesOf(page)];
}

/** The headers of an answer that is data and no page: it may load and run nothing, and no cache keeps it. */
export function dataHeaders(page: Pick<Page, 'isSecure'>): Record<string, string> {
  return {
    'content-security-policy':
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    ...Object.fromEntries(fencesOf(page)),
    'cache-control': 'no-store',
  };
}

/** What says nothing about scripts. */
function fencesOf({ isSecure }: Pick<Page, 'isSecure'>): Header[] {
  return [
    ['x-content-type-options', 'nosniff'],
    // Not `no-referrer`: browsers would then send `Origin: null` with our own forms.
    ['referrer-policy', 'same-origin'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
    ['permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=(), usb=()'],
    ...(isSecure ? ([['strict-transport-security', 'max-age=63072000']] satisfies Header[]) : []),
  ];
}
