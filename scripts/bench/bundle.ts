import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findChromium } from '../../test/support/browser.ts';
import { buildWeb } from '../start/build-web.ts';
import type { BenchContext } from './bench-context.ts';
import { benchSite } from './bench-site.ts';

/**
 * What Find loads before its list and its map stand, on our own pages and in the frame of another site: each script and
 * style, gzipped as nginx does (level 6).
 */
export async function benchBundle({ root, print }: BenchContext): Promise<void> {
  const webDir = await buildWeb(root, () => undefined);
  await benchSite(webDir, async (url) => {
    print({ view: 'find', ...(await weigh(webDir, url)), limit: 75_000 });
    print({ view: 'embed', ...(await weigh(webDir, `${url}embed`)) });
  });
}

async function weigh(webDir: string, url: string) {
  const files = await loadedFiles(url);
  const sizes = await Promise.all(files.map((path) => gzipBytes(join(webDir, path))));
  const sum = (ending: string) =>
    sizes.reduce((total, size, index) => total + (files[index]?.endsWith(ending) ? size : 0), 0);
  return {
    scriptGzipBytes: sum('.js'),
    styleGzipBytes: sum('.css'),
    files: files.length,
    largest: Object.fromEntries(
      files
        .map((file, index) => [file, sizes[index] ?? 0] as const)
        .sort(([, a], [, b]) => b - a)
        .slice(0, 12),
    ),
  };
}

async function loadedFiles(url: string): Promise<string[]> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('No Chromium on this machine: set CHROMIUM_PATH.');
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const page = await browser.newPage();
  const paths = new Set<string>();
  page.on('request', (request) => paths.add(new URL(request.url()).pathname));
  await page.goto(url);
  await page.waitForSelector('.leaflet-container');
  await page.waitForLoadState('networkidle');
  await browser.close();
  return [...paths].filter((path) => /\.(js|css)$/.test(path));
}

async function gzipBytes(path: string): Promise<number> {
  return gzipSync(await readFile(path), { level: 6 }).length;
}
