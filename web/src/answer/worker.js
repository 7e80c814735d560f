// SPDX-License-Identifier: Apache-2.0
// Keeps the page of a personal link on the phone, so that it opens without the server. What is asked and answered is
// not kept here but by the page (phone.ts): no answer of the API ever passes through a cache.
const name = `konbit-answer-${'BUILD'}`;
const files = ['FILES'];
const page = '/s';
const patience = 3000;

addEventListener('install', (event) => {
  const keep = async () => (await caches.open(name)).addAll([page, '/favicon.svg', ...files]);
  event.waitUntil(keep().then(() => self.skipWaiting()));
});

addEventListener('activate', (event) => {
  const clear = async () => {
    const old = (await caches.keys()).filter((each) => each.startsWith('konbit-answer-') && each !== name);
    await Promise.all(old.map((each) => caches.delete(each)));
    await self.clients.claim();
  };
  event.waitUntil(clear());
});

const kept = async (path) => (await caches.open(name)).match(path);

/** The page as the server has it now; the kept one when it does not come, or not in time. */
async function opened(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patience));
  const fresh = fetch(request).then((response) => (response.ok ? response : undefined));
  const first = await Promise.race([fresh, late]).catch(() => undefined);
  return first ?? (await kept(page)) ?? fresh;
}

addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate' && (pathname === page || pathname === `${page}/`))
    event.respondWith(opened(request));
  else if (files.includes(pathname))
    event.respondWith(kept(pathname).then((response) => response ?? fetch(request)));
});
