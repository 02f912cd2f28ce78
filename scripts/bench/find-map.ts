import { chromium, type Page } from 'playwright-core';
import { offers } from '../../server/directory/offer-collection.ts';
import { model } from '../../server/store/collection.ts';
import { findChromium } from '../../test/support/browser.ts';
import { buildWeb } from '../start/build-web.ts';
import type { BenchContext } from './bench-context.ts';
import { benchSite } from './bench-site.ts';
import { multiplyOffers } from './multiply-offers.ts';
import { quantile, round } from './quantile.ts';

const SIZES = [4_000, 20_000, 50_000];
const MOVES = 30;
const WINDOWS = 100;

/**
 * The Find map with few and with many services. On the server: a window in clusters beside its peer, the first page of
 * the list for the same question, in turns. In the browser: frames while the map is moved and the time until what is
 * seen stands again.
 */
export async function benchFindMap({ root, print }: BenchContext): Promise<void> {
  const webDir = await buildWeb(root, () => undefined);
  await benchSite(webDir, async (url, { db }) => {
    for (const size of SIZES) {
      const center = await multiplyOffers(db, size);
      const services = await model(db, offers).countDocuments({});
      print({ services, ...(await askWindows(url, center)), ...(await moveMap(url)) });
    }
  });
}

async function askWindows(url: string, [lon, lat]: [number, number]) {
  const times: { window: number[]; list: number[] } = { window: [], list: [] };
  let bytes = 0;
  for (let n = 0; n < WINDOWS; n++) {
    const zoom = 8 + (n % 9);
    const half = 300 / 2 ** zoom;
    const [x, y] = [lon + (((n * 37) % 100) - 50) / 200, lat + (((n * 61) % 100) - 50) / 250];
    const within = [x - half, y - half / 2, x + half, y + half / 2].join();
    const asked = { window: `offers/clusters?within=${within}&zoom=${zoom}`, list: 'offers?perPage=20' };
    for (const what of ['window', 'list'] as const) {
      const begun = performance.now();
      const body = await (await fetch(`${url}api/v1/${asked[what]}`)).arrayBuffer();
      times[what].push(performance.now() - begun);
      if (what === 'window') bytes = Math.max(bytes, body.byteLength);
    }
  }
  return {
    windowP50Ms: round(quantile(times.window, 0.5)),
    windowP95Ms: round(quantile(times.window, 0.95)),
    windowLargestBytes: bytes,
    listP50Ms: round(quantile(times.list, 0.5)),
    ratioP50: round(quantile(times.window, 0.5) / quantile(times.list, 0.5)),
  };
}

async function moveMap(url: string) {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.waitForSelector('.leaflet-marker-icon');
    const map = page.getByRole('region', { name: /map/i }).first();
    const box = await map.boundingBox();
    if (!box) throw new Error('The map has no size.');
    const frames = await whileMoving(page, [box.x + box.width / 2, box.y + box.height / 2]);
    const marks = await page.locator('.leaflet-marker-icon').count();
    return {
      frameP50Ms: round(quantile(frames, 0.5)),
      frameP95Ms: round(quantile(frames, 0.95)),
      longestFrameMs: round(Math.max(...frames)),
      marks,
    };
  } finally {
    await browser.close();
  }
}

/** Drags the map to and fro; how long each frame took meanwhile. */
async function whileMoving(page: Page, [x, y]: readonly [number, number]): Promise<number[]> {
  const frames = page.evaluate(async () => {
    const times: number[] = [];
    while (document.body.dataset.moved === undefined)
      times.push(await new Promise<number>(requestAnimationFrame));
    return times.slice(1).map((time, n) => time - times[n]!);
  });
  for (let move = 0; move < MOVES; move++) {
    const way = move % 2 === 0 ? 1 : -1;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + way * 160, y + way * 90, { steps: 8 });
    await page.mouse.up();
  }
  await page.evaluate(() => document.body.setAttribute('data-moved', ''));
  return frames;
}
