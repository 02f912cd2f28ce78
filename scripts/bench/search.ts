import type { Offer } from '../../core/directory/offer.ts';
import { reachKm } from '../../core/travel/travel.ts';
import type { Deps } from '../../server/deps.ts';
import { offers } from '../../server/directory/offer-collection.ts';
import { model } from '../../server/store/collection.ts';
import { startChild } from '../start/child.ts';
import { loadDemo } from '../start/load-demo.ts';
import type { BenchContext } from './bench-context.ts';
import { withBenchDeps } from './bench-deps.ts';
import { multiplyOffers } from './multiply-offers.ts';
import { quantile, round } from './quantile.ts';

const OFFERS = 20_000;
const SECONDS = 20;
const RATE = 50;

interface Search {
  near: [number, number];
  term: string;
  language: boolean;
}

/**
 * Find near a point with filters, 50 requests a second for 20 seconds over HTTP, in an API process of its own. The peer
 * is the plain MongoDB query for the same page ($geoNear with the same filters, 25 rows, and the count), one at a time.
 */
export function benchSearch({ root, print }: BenchContext): Promise<void> {
  return withBenchDeps(async (deps, env) => {
    await loadDemo(deps, () => undefined);
    const center = await multiplyOffers(deps.db, OFFERS);
    const searches = makeSearches(
      center,
      deps.rules.taxonomy.terms.filter(({ parent }) => parent !== null).map(({ id }) => id),
    );
    const port = 20_000 + (process.pid % 20_000);
    const api = startChild(`${root}/server/main.ts`, { ...env, PORT: String(port) });
    await api.ready;
    const url = `http://127.0.0.1:${port}`;
    const begun = performance.now();
    await fetch(`${url}${path(searches[0] as Search)}`);
    const firstMs = performance.now() - begun;
    const served = await ask(searches.map((search) => `${url}${path(search)}`));
    const peer = await plainQueries(deps, searches.slice(0, 200));
    await api.stop();
    print({
      offers: OFFERS,
      requests: served.length,
      perSecond: RATE,
      firstMs: round(firstMs),
      p50Ms: round(quantile(served, 0.5)),
      p95Ms: round(quantile(served, 0.95)),
      p99Ms: round(quantile(served, 0.99)),
      limitP95Ms: 40,
      plainP50Ms: round(quantile(peer, 0.5)),
      plainP95Ms: round(quantile(peer, 0.95)),
      ratioP50: round(quantile(served, 0.5) / quantile(peer, 0.5)),
    });
  });
}

/**
 * Asks at a steady rate whether the answers come or not (an open loop: a slow answer delays no question), and gives the
 * milliseconds of each from its question to the end of its answer. @throws Error at the first answer that is no 200
 */
async function ask(urls: readonly string[]): Promise<number[]> {
  const begun = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < RATE * SECONDS; n++) {
    const due = begun + (n * 1000) / RATE;
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due - performance.now())));
    answers.push(askOne(urls[n % urls.length] as string));
  }
  return Promise.all(answers);
}

async function askOne(url: string): Promise<number> {
  const begun = performance.now();
  const reply = await fetch(url);
  await reply.arrayBuffer();
  if (reply.status !== 200) throw new Error(`${url} answered ${reply.status}`);
  return performance.now() - begun;
}

function makeSearches([lon, lat]: [number, number], terms: readonly string[]): Search[] {
  return Array.from({ length: 500 }, (_, n) => ({
    near: [lon + ((n * 17) % 100) / 200 - 0.25, lat + ((n * 31) % 100) / 250 - 0.2],
    term: terms[(n * 7) % terms.length] as string,
    language: n % 4 === 0,
  }));
}

function path({ near, term, language }: Search): string {
  const query = new URLSearchParams({
    near: near.join(','),
    terms: term,
    mode: 'car',
    minutes: '30',
    perPage: '25',
  });
  if (language) query.set('language', 'es');
  return `/api/v1/offers?${query}`;
}

async function plainQueries({ db, rules }: Deps, searches: readonly Search[]): Promise<number[]> {
  const collection = model<Offer>(db, offers).collection;
  const milliseconds: number[] = [];
  for (const { near, term, language } of searches) {
    const geoNear = {
      $geoNear: {
        near: { type: 'Point', coordinates: near },
        distanceField: 'meters',
        key: 'point',
        maxDistance: reachKm(30, rules.travel.car) * 1000,
        query: { termsAndAbove: term, ...(language && { languages: 'es' }) },
      },
    };
    const begun = performance.now();
    await Promise.all([
      collection.aggregate([geoNear, { $limit: 25 }, { $project: { words: 0 } }] as never).toArray(),
      collection.aggregate([geoNear, { $count: 'total' }] as never).toArray(),
    ]);
    milliseconds.push(performance.now() - begun);
  }
  return milliseconds;
}
