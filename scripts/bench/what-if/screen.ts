import type { FeatureCollection, Position } from 'geojson';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import type { Snapshot } from '../../../core/what-if/snapshot.ts';
import { readRules } from '../../../server/rules.ts';
import { findChromium } from '../../../test/support/browser.ts';
import { buildWeb } from '../../start/build-web.ts';
import type { BenchContext } from '../bench-context.ts';
import { benchSite } from '../bench-site.ts';
import { quantile, round } from '../quantile.ts';
import { countryside, PLACES, SITES } from './countryside.ts';

const STEPS = 60;
/** Pixels of a step. */
const STEP_PX = 3;

/**
 * A service dragged on the page: engine, map, figures and table. `threadMs` is what a step costs the page's own thread in
 * CPU time, whatever else the machine does; `frameMs` how far apart the frames came while it was dragged.
 */
export async function benchWhatIfScreen({ root, print }: BenchContext): Promise<void> {
  const { travel } = await readRules();
  const webDir = await buildWeb(root, () => undefined);
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  await benchSite(webDir, async (url) => {
    const args = ['--no-sandbox', '--disable-background-networking'];
    const browser = await chromium.launch({ executablePath, args });
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' });
    await answerWith(page, countryside(travel.car));
    await page.goto(`${url}what-if?terms=counseling&demand=children`);
    const { threadMs, frameMs } = await drag(page);
    await browser.close();
    const told = (values: number[]) => ({
      p50: round(quantile(values, 0.5)),
      p95: round(quantile(values, 0.95)),
      most: round(Math.max(...values)),
    });
    print({ places: PLACES, sites: SITES, steps: STEPS, threadMs: told(threadMs), frameMs: told(frameMs) });
  });
}

/** The page asks the server as ever, and hears of the invented countryside. */
async function answerWith(page: Page, snapshot: Snapshot): Promise<void> {
  await page.route('**/api/v1/what-if-snapshots*', (route) => route.fulfill({ json: snapshot }));
  await page.route('**/api/v1/demand-areas', (route) => route.fulfill({ json: outlinesOf(snapshot) }));
}

/** An outline of twelve corners around each place. */
function outlinesOf({ demand }: Snapshot): FeatureCollection {
  const ring = (lon: number, lat: number): Position[] =>
    Array.from({ length: 13 }, (_, n) => [
      lon + 0.012 * Math.cos((n * Math.PI) / 6),
      lat + 0.01 * Math.sin((n * Math.PI) / 6),
    ]);
  const features = demand.ids.map((id, n) => ({
    type: 'Feature' as const,
    id,
    properties: {},
    geometry: { type: 'Polygon' as const, coordinates: [ring(demand.longitude[n]!, demand.latitude[n]!)] },
  }));
  return { type: 'FeatureCollection', features };
}

async function drag(page: Page): Promise<{ threadMs: number[]; frameMs: number[] }> {
  const mark = page.locator('.site').nth(SITES >> 1);
  await mark.waitFor();
  await page.waitForLoadState('networkidle');
  const box = await mark.boundingBox();
  if (!box) throw new Error('There is no mark on the map.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.mouse.move(x, y);
  await page.mouse.down();
  await stepTo(page, x + 10, y);
  const threadMs: number[] = [];
  const frameMs: number[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const before = await taskMs(session);
    frameMs.push(...(await stepTo(page, x + 10 + step * STEP_PX, y + (step % 7) * STEP_PX)));
    threadMs.push((await taskMs(session)) - before);
  }
  await page.mouse.up();
  return { threadMs, frameMs };
}

/** Moves the pointer and waits until all that follows is drawn; answers how long its frames took. */
async function stepTo(page: Page, x: number, y: number): Promise<number[]> {
  const frames = page.evaluate(async () => {
    const times: number[] = [];
    while (times.length < 7) times.push(await new Promise<number>(requestAnimationFrame));
    return times.slice(1).map((time, n) => time - times[n]!);
  });
  await page.mouse.move(x, y);
  return frames;
}

/** CPU time that the page's thread has spent so far. */
async function taskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
}
