import { offlinePage, offlinePolicy } from './offline-page';

/**
 * The browser's worker for the whole of Porchlight. It keeps no data and answers for nothing that the
 * server can answer: a page that cannot be reached becomes the offline page, and a press on a
 * notification of a phone leads to what it is about. Where the server no longer has it, the browser
 * throws it away.
 */
export function serviceWorker(build: string): string {
  return `// ${build}
const page = ${JSON.stringify(offlinePage)};
const policy = ${JSON.stringify(offlinePolicy('NONCE'))};

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(clients.claim()));

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode !== 'navigate' || request.method !== 'GET') return;
  event.respondWith(fetch(request).then(
    // What a proxy says while nothing stands behind it.
    (answer) => ([502, 503, 504].includes(answer.status) ? offline(answer.status) : answer),
    () => offline(503),
  ));
});

addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path = event.notification.data?.path ?? '/';
  event.waitUntil(clients.matchAll({ type: 'window' }).then(async ([tab]) => {
    if (!tab) return clients.openWindow(path);
    tab.postMessage({ go: path });
    return tab.focus();
  }));
});

function offline(status) {
  const nonce = crypto.randomUUID();
  return new Response(page.replaceAll('NONCE', nonce), {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy.replaceAll('NONCE', nonce),
      'cache-control': 'no-store',
    },
  });
}
`;
}
