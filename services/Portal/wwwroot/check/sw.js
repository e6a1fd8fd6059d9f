// Keeps the page and the last lists on the device. Lists come from the network where there is one; the page comes from here at once and is renewed behind.
const KEPT = 'gms-check-2';
const PAGE = ['/check/', '/check/check.css', '/check/check.js', '/check/verify.js', '/check/words.js', '/check/words/km.js', '/check/words/lo.js', '/check/words/my.js', '/check/words/th.js', '/check/words/vi.js', '/check/words/zh-Hans.js', '/check/scan.js', '/check/qr/decode.js', '/check/qr/index.js', '/style.css'];
const LISTS = '/check/lists', LISTS_WAIT_MS = 4000;

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(KEPT)).addAll([...PAGE, LISTS].map(path => new Request(path, { cache: 'reload' })));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('gms-check-') && name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

async function renewed(path) {
  const answer = await fetch(path, { cache: 'no-store' });
  if (answer.ok) await (await caches.open(KEPT)).put(path, answer.clone());
  return answer;
}

// On a slow line what was carried here is answered meanwhile, and the renewal arrives behind it for the next time.
async function lists(renewal) {
  const answer = await Promise.race([renewal, new Promise(waited => setTimeout(waited, LISTS_WAIT_MS))]);
  return answer?.ok ? answer : await caches.match(LISTS) ?? await renewal ?? Response.error();
}

self.addEventListener('fetch', event => {
  const { pathname, origin } = new URL(event.request.url);
  if (event.request.method !== 'GET' || origin !== location.origin) return;
  if (pathname === LISTS) {
    const renewal = renewed(LISTS).catch(() => undefined);    // no network: what was carried here counts
    event.waitUntil(renewal);
    event.respondWith(lists(renewal));
  } else if (PAGE.includes(pathname)) event.respondWith((async () => {
    const kept = await caches.match(pathname);
    const renewal = renewed(pathname).catch(() => kept);
    if (kept) event.waitUntil(renewal);
    return kept ?? await renewal ?? Response.error();
  })());
});
