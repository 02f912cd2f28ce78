import { existsSync, readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, Frame, Page } from 'playwright-core';
import { chromium } from './playwright.ts';

/** The one without a window comes first: it takes half the time of a whole browser. */
const NAMES = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
];

/** Pictures are for people to look at, and taken when asked for: TRELLIS_SCREENSHOTS=1 makes those of the documents. */
const { TRELLIS_SCREENSHOTS } = process.env;
const shotsDir = fileURLToPath(
  new URL(
    TRELLIS_SCREENSHOTS === '1' ? '../../docs/screenshots' : '../../test-results/screenshots',
    import.meta.url,
  ),
);

/** The Chromium of this machine: CHROMIUM_PATH, or the first that is on the PATH. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const folders = (env.PATH ?? '').split(delimiter);
  const paths = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...paths, '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find((path) =>
    existsSync(path),
  );
}

/** Tests that need a browser: without one they are skipped by name. */
export function describeInBrowser(name: string, tests: () => void): void {
  if (findChromium()) describe(name, tests);
  else describe.skip(`${name} (no Chromium on this machine: set CHROMIUM_PATH)`, tests);
}

/** The browser of this process: starting one costs more than most stories. */
let running: Promise<Browser> | undefined;

/** Stories share it and close their own windows (closeWindows). */
export async function openBrowser(): Promise<Browser> {
  running ??= launch();
  const browser = await running;
  if (browser.isConnected()) return browser;
  running = undefined;
  return openBrowser();
}

export async function closeWindows(browser: Browser | undefined): Promise<void> {
  await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
}

/**
 * For mocha's package.json entry: a process that runs all files itself would wait for the browser for ever. One of
 * several is ended by mocha, and its browser with it.
 */
export const mochaHooks = {
  async afterAll() {
    if (process.env.MOCHA_WORKER_ID === undefined) await running?.then((browser) => browser.close());
  },
};

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      // Drawing without a process of its own takes less processor time.
      '--in-process-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** The short form: each window reads it anew. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What colours alone decide: where a page has been looked at in one theme, these are what the other can change. */
export const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Fails with every violation that axe finds on the page, and what it is about; of all rules, or of some. */
export async function expectAccessible(page: Page | Frame, rules?: string[]): Promise<void> {
  // A page that is not there yet has no heading.
  await page.locator('h1').first().waitFor();
  // Ways within Trellis load no new window.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  const violations = await page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run({ resultTypes: ['violations'], ...(runOnly && { runOnly }) });
    return results.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html).slice(0, 5),
    }));
  }, rules);
  expect(violations, `axe on ${page.url()}`).to.deep.equal([]);
}

/**
 * Fails where the page is wider than its screen, and names what sticks out. A phone's browser makes its window as wide
 * as the page, so the screen is what counts.
 */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const screen = page.viewportSize()?.width ?? 0;
  const seen = await page.evaluate((edge) => {
    const out = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .filter((element) => !element.closest('.leaflet-pane, .table-frame'))
      .map(({ tagName, className }) => `${tagName.toLowerCase()}.${className}`);
    return { wide: document.documentElement.scrollWidth, out: out.slice(0, 5) };
  }, screen);
  expect(seen.wide, `${page.url()} is wider than its screen: ${seen.out}`).to.be.at.most(screen);
}

/**
 * Writes down from now on what the selector's elements say: for what may be gone again before anybody can wait for
 * it, such as the progress of quick work. Ask the function that it returns for all that was said so far.
 */
export async function writeDown(page: Page, selector: string): Promise<() => Promise<string[]>> {
  await page.evaluate((wanted) => {
    const book = window as unknown as { written: Set<string> };
    book.written = new Set();
    new MutationObserver(() => {
      for (const { textContent } of document.querySelectorAll(wanted)) book.written.add(textContent ?? '');
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, selector);
  return () => page.evaluate(() => [...(window as unknown as { written: Set<string> }).written]);
}

/** Keeps a picture of the page, for people to look at. */
export async function screenshot(page: Page, name: string): Promise<void> {
  if (TRELLIS_SCREENSHOTS === undefined) return;
  await mkdir(shotsDir, { recursive: true });
  await page.screenshot({ path: join(shotsDir, `${name}.png`) });
}
