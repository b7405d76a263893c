/** The policy of the offline page: it stands alone, and only asks whether the server is back. */
export const offlinePolicy = (nonce: string) =>
  `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/**
 * What stands where a page cannot be reached: a whole page in one text, because nothing else can be
 * loaded then. Its colours are those of globals.css; `NONCE` is put in when it is shown.
 */
export const offlinePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>No connection · Porchlight</title>
<style nonce="NONCE">
:root { color-scheme: light dark }
:root[data-theme=light] { color-scheme: light }
:root[data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box; margin: 0 }
body { font: 13px/20px Inter, system-ui, 'Segoe UI', 'Noto Sans', sans-serif;
  background: light-dark(oklch(0.975 0.004 85), oklch(0.185 0.006 70));
  color: light-dark(oklch(0.24 0.012 70), oklch(0.94 0.006 85)) }
main { min-height: 100dvh; display: grid; place-content: center; justify-items: center; gap: 4px;
  padding: 32px; text-align: center }
svg { margin-bottom: 8px; color: light-dark(oklch(0.52 0.012 70), oklch(0.66 0.01 80)) }
h1 { font-size: 14px; line-height: 20px; font-weight: 600 }
p { max-width: 36ch; text-wrap: balance; color: light-dark(oklch(0.44 0.012 70), oklch(0.76 0.009 80)) }
button { margin-top: 12px; height: 28px; padding: 0 10px; border-radius: 6px; font: inherit; font-weight: 500; cursor: pointer;
  color: inherit; border: 1px solid light-dark(oklch(0.91 0.006 85), oklch(0.285 0.007 70));
  background: light-dark(oklch(0.995 0.002 85), oklch(0.215 0.006 70)) }
button:hover { background: light-dark(oklch(0.965 0.006 85), oklch(0.24 0.007 70)) }
button:focus-visible { outline: 2px solid light-dark(oklch(0.55 0.15 250), oklch(0.72 0.12 250)); outline-offset: 1px }
</style>
</head>
<body>
<main>
<svg aria-hidden="true" width="28" height="28" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" stroke-linejoin="round"><path d="M12 2v3M7 11l1.6-5h6.8L17 11M6 11h12l-1.5 8h-9zM9.5 22h5"/></svg>
<h1>Porchlight cannot be reached</h1>
<p role="status">What you wrote is kept in this browser. This page goes on by itself as soon as there is a connection.</p>
<button type="button">Try now</button>
</main>
<script nonce="NONCE">
const theme = /(?:^|; )theme=(light|dark)/.exec(document.cookie);
if (theme) document.documentElement.dataset.theme = theme[1];
const again = () => location.reload();
document.querySelector('button').addEventListener('click', again);
addEventListener('online', again);
setInterval(async () => {
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  if (answer && answer.ok) again();
}, 4000);
</script>
</body>
</html>
`;
