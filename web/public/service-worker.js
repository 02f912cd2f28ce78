/*
 * Keeps what was seen of the public directory, so that it can be read where there is no network. Nothing about
 * students, schools' needs, matches or accounts is ever kept: only the routes named here.
 */
const KEPT = 'trellis-1';
const MOST_REPLIES = 300;
const PUBLIC_ROUTES =
  /^\/api\/v1\/(?:config|taxonomy|schools|offers|offers\/map|(?:services|locations|organizations)\/[\w-]+)$/;
/** Opened in the browser these are files, lists and a page for other sites, not the page that is kept for reading offline. */
const DATA = /^\/(?:api|hsds|docs|openapi\.json|embed)(?:\/|$)/;

addEventListener('install', () => skipWaiting());

addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => clients.claim()));
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && !DATA.test(url.pathname)) event.respondWith(freshElseKept(request, '/'));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(keptElseFresh(request));
  else if (isPublic(url)) event.respondWith(freshElseKept(request, request.url));
});

/** Who is approved for a school is told to those who work there: a browser that others use must not keep it. */
function isPublic({ pathname, searchParams }) {
  return PUBLIC_ROUTES.test(pathname) && !searchParams.has('approved');
}

async function freshElseKept(request, key) {
  const cache = await caches.open(KEPT);
  try {
    const reply = await fetch(request);
    if (reply.ok) await keep(cache, key, reply.clone());
    // What is gone may have become confidential: then it must not be read offline either.
    else if (reply.status === 404) await cache.delete(key);
    return reply;
  } catch (error) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw error;
  }
}

/** Files of the build carry their content's mark in their name: what is kept is right for ever. */
async function keptElseFresh(request) {
  const cache = await caches.open(KEPT);
  const kept = await cache.match(request);
  if (kept) return kept;
  const reply = await fetch(request);
  if (reply.ok) await keep(cache, request.url, reply.clone());
  return reply;
}

/** The newest stand last; the oldest go when there are too many. */
async function keep(cache, key, reply) {
  await cache.delete(key);
  await cache.put(key, reply);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - MOST_REPLIES)).map((old) => cache.delete(old)));
}

async function forgetOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== KEPT).map((name) => caches.delete(name)));
}
