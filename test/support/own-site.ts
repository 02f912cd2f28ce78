import type { Connection } from 'mongoose';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { district } from '../server/access/records.ts';
import { type SignInAs, TEST_PASSWORD, testApp } from './app.ts';
import { closeWindows, DESKTOP, openBrowser } from './browser.ts';
import { webDir } from './instance.ts';

interface OwnSite {
  districtId: string;
  /** Puts there what the story is about, before the worker begins. */
  fill?(db: Connection): Promise<unknown>;
  env?: Record<string, string>;
}

/** Trellis with its pages, a worker and one district, and a browser, for a story that brings all else itself. */
export async function ownSite({ districtId, fill, env = {} }: OwnSite) {
  const [at, browser] = await Promise.all([
    testApp({ collections: [...allCollections], env: { WEB_DIR: webDir, ...env } }),
    openBrowser(),
  ]);
  await saveDistrict(at.deps.db, district(districtId));
  await fill?.(at.deps.db);
  runTasks(at.deps);
  return {
    ...at,
    /** A window in which somebody with this role is signed in. */
    async openAs(role: SignInAs) {
      const window = await browser.newContext({
        baseURL: at.url,
        viewport: DESKTOP,
        locale: 'en-US',
        reducedMotion: 'reduce',
        serviceWorkers: 'block',
      });
      const { email } = await at.createAccount(role);
      await window.request.post('/api/v1/session', { data: { email, password: TEST_PASSWORD } });
      return window;
    },
    async close() {
      await closeWindows(browser);
      await at.close();
    },
  };
}
