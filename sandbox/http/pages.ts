import fs from 'node:fs';
import path from 'node:path';
import type { Answer } from './answer';
import { html } from './answer';

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const shell = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/page.css">
</head>
<body><div id="root"></div><noscript>This page needs scripts.</noscript><script type="module" src="/assets/page.js"></script></body>
</html>`;

/** The page on which one plays the customers. */
export function page(assetsDir: string): Answer {
  const isBuilt = fs.existsSync(path.join(assetsDir, 'page.js'));
  if (!isBuilt)
    return html(
      503,
      '<!doctype html><title>Sandbox</title><p>The page of the sandbox is not built.</p>',
    );
  return html(200, shell, { 'content-security-policy': policy, 'cache-control': 'no-store' });
}

export function asset(assetsDir: string, name: string): Answer {
  const type = types[path.extname(name)];
  const file = path.join(assetsDir, path.basename(name));
  if (!type || !fs.existsSync(file)) return { status: 404 };
  return {
    status: 200,
    bytes: fs.readFileSync(file),
    headers: { 'content-type': type, 'cache-control': 'no-cache' },
  };
}
