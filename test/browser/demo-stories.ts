import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { it } from 'mocha';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../core/accounts/role.ts';
import { DEMO_PASSWORD } from '../../server/accounts/demo-accounts.ts';
import { type Agent, signInWith } from '../support/app.ts';
import { closeWindows, DESKTOP, openBrowser } from '../support/browser.ts';
import { demoInstance } from '../support/instance.ts';

export interface StoryOptions extends BrowserContextOptions {
  /** Whose eyes it is seen with; nobody is signed in without. */
  as?: Role;
  /** What the browser may complain about, because the story brings it about. */
  complaints?: RegExp;
}

type SavedSession = Awaited<ReturnType<BrowserContext['storageState']>>;

/**
 * The demo district in a browser, for the stories of one file. Each story has a window of its own, with its own
 * cookies, and fails as well when a script of the page fails or the browser complains.
 */
export function demoStories() {
  let instance: Awaited<ReturnType<typeof demoInstance>>;
  let browser: Browser;
  const sessions = new Map<Role, SavedSession>();

  before(async function () {
    this.timeout(180_000);
    [instance, browser] = await Promise.all([demoInstance(), openBrowser()]);
  });

  after(async function () {
    this.timeout(30_000);
    await closeWindows(browser);
    await instance?.close();
  });

  function story(name: string, options: StoryOptions, tell: (page: Page) => Promise<void>): void {
    it(name, async function () {
      this.timeout(180_000);
      const { as, complaints, ...window } = options;
      const context = await openWindow({ ...window, ...(as && { storageState: await sessionOf(as) }) });
      const page = await context.newPage();
      const heard = listenForComplaints(page, complaints);
      await tell(page)
        .catch(async (error) => {
          await page.screenshot({ path: pictureOfFailure(name) }).catch(() => undefined);
          throw error;
        })
        .finally(() => context.close());
      expect(heard, 'what the browser complained about').to.deep.equal([]);
    });
  }

  /** A window in which nobody has done anything yet. */
  async function openWindow(options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const context = await browser.newContext({
      baseURL: instance.url,
      viewport: DESKTOP,
      locale: 'en-US',
      timezoneId: 'America/Chicago',
      reducedMotion: 'reduce',
      // What a story does to the network must not be answered from what was seen last.
      serviceWorkers: 'block',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    return context;
  }

  /** Signs in once a role, for all stories that do not tell of signing in. */
  async function sessionOf(role: Role): Promise<SavedSession> {
    const saved = sessions.get(role);
    if (saved) return saved;
    const context = await openWindow();
    const data = { email: emailOf(role), password: DEMO_PASSWORD };
    const reply = await context.request.post('/api/v1/session', { data });
    expect(reply.status(), `signing in as ${role}`).to.equal(200);
    const session = await context.storageState();
    await context.close();
    sessions.set(role, session);
    return session;
  }

  /** The API as somebody of this role uses it, to bring about what a story begins with. */
  const api = (role: Role): Promise<Agent> => signInWith(instance.visitor(), emailOf(role), DEMO_PASSWORD);

  return { story, openWindow, sessionOf, api, deps: () => instance.deps };
}

function pictureOfFailure(name: string): string {
  return fileURLToPath(
    new URL(`../../test-results/failures/${name.replace(/\W+/g, '-')}.png`, import.meta.url),
  );
}

export function emailOf(role: Role): string {
  return `${role}@demo.example`;
}

function listenForComplaints(page: Page, expected?: RegExp): string[] {
  const heard: string[] = [];
  const hear = (text: string) => {
    if (!expected?.test(text)) heard.push(text);
  };
  page.on('pageerror', (error) => hear(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') hear(message.text());
  });
  return heard;
}
