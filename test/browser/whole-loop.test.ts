import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { Offer } from '../../core/directory/offer.ts';
import { utcDay } from '../../core/schedule/utc-day.ts';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import { saveDistrict } from '../../server/settings/district-store.ts';
import { allCollections } from '../../server/store/ensure-indexes.ts';
import { sealNewStudent } from '../../server/students/seal-identity.ts';
import { runTasks } from '../../workers/run-tasks.ts';
import { district, organization, service, student } from '../server/access/records.ts';
import { put } from '../server/access/world.ts';
import { recorded, TERMS } from '../server/consents/shared-town.ts';
import { type Agent, signInWith, TEST_PASSWORD, testApp } from '../support/app.ts';
import { closeWindows, DESKTOP, describeInBrowser, openBrowser, PHONE } from '../support/browser.ts';
import { littleTown, storeTown } from '../support/little-town.ts';
import { linkIn, smtpCatcher } from '../support/smtp-catcher.ts';

const WEB_DIR = process.env.WEB_DIR ?? fileURLToPath(new URL('../../web/dist', import.meta.url));
const API = '/api/v1';
const NEED = 'reading-tutoring';
const SERVICE = 'Reading Corner';
const DAY_MS = 86_400_000;

/** Each step has a test of its own elsewhere; here one person's wish goes all the way, through every hand. */
describeInBrowser('A wish that a family writes into a survey', () => {
  let at: Awaited<ReturnType<typeof testApp>>;
  let browser: Browser;
  let catcher: Awaited<ReturnType<typeof smtpCatcher>>;
  let coordinator: Agent;
  let session: string;

  before(async function () {
    this.timeout(60_000);
    catcher = await smtpCatcher();
    const mail = { SMTP_URL: catcher.url, MAIL_FROM: 'Trellis <trellis@example.org>' };
    const env = { WEB_DIR, ...mail, PUBLIC_URL: 'http://trellis.example.org' };
    [at, browser] = await Promise.all([testApp({ collections: [...allCollections], env }), openBrowser()]);
    await buildTown();
    runTasks(at.deps);
    ({ email: session } = await at.createAccount([
      { role: 'district-leader', districtId: 'district' },
      { role: 'coordinator', districtId: 'district', schoolIds: ['school-0'] },
    ]));
    coordinator = await signInWith(at.visitor(), session);
  });
  after(async () => {
    await closeWindows(browser);
    await at?.close();
    await catcher?.close();
  });

  async function buildTown(): Promise<void> {
    const { db, sealing } = at.deps;
    await storeTown(db, littleTown({ studentCount: 24, offerCount: 4 }));
    await saveDistrict(db, { ...district('district'), timezone: 'UTC' });
    await put(db, 'organizations', {
      ...organization({ organizationId: 'org' }),
      email: 'desk@org.example.org',
    });
    await put(db, 'services', { ...service({ id: 'service-of-org', organizationId: 'org' }), name: SERVICE });
    await put(db, 'offers', readingCorner());
    const contact = {
      id: 'mother',
      name: 'Mara Quillfeather',
      relation: 'parent',
      mayConsent: true,
    } as const;
    const known = { name: { given: 'Zephyrine', family: 'Quillfeather' }, contacts: [contact] };
    await put(db, 'students', {
      ...student({ id: 'student', schoolId: 'school-0', districtId: 'district' }),
      localId: 'D-77431',
      needs: [],
      ...sealNewStudent(sealing, 'student', known),
    });
  }

  async function open(path: string, options: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({
      baseURL: at.url,
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
      ...options,
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await page.goto(path);
    return page;
  }

  async function openSignedIn(path: string): Promise<Page> {
    const page = await open('/', { viewport: DESKTOP });
    await page
      .context()
      .request.post(`${API}/session`, { data: { email: session, password: TEST_PASSWORD } });
    await page.goto(path);
    return page;
  }

  /** A survey that asks for names, open today; its address for the families of the school. */
  async function openSurvey(): Promise<{ id: string; address: string }> {
    const text = (words: string) => ({ en: words, es: words });
    const { body } = await coordinator
      .post(`${API}/surveys`)
      .send({
        title: text('What helps?'),
        audience: 'families',
        schoolIds: ['school-0'],
        term: 'Fall',
        languages: ['en', 'es'],
        named: true,
        opensOn: inDays(0),
        closesOn: inDays(10),
        questions: [
          { kind: 'needs', id: 'needs', text: text('What would help?'), terms: [NEED, 'food-pantry'] },
        ],
      })
      .expect(201);
    const { body: opened } = await coordinator
      .post(`${API}/surveys/${body.id}/open`)
      .send({ version: 1 })
      .expect(200);
    return { id: body.id, address: `/survey#${opened.links[0].code}` };
  }

  async function answerAsFamily(address: string): Promise<void> {
    const page = await open(address, { viewport: PHONE });
    await page.getByRole('checkbox', { name: 'Reading and writing tutoring' }).check();
    await page.getByLabel('Your name').fill('Mara Quillfeather');
    await page.getByLabel('Your child’s name').fill('Zephyrine');
    await page.getByLabel('The school may write what I need').check();
    await page.getByRole('button', { name: 'Send my answers' }).click();
    await page.getByText('Your answers have arrived.').waitFor();
    await page.context().close();
  }

  async function writeDown(page: Page): Promise<void> {
    await page.locator('summary', { hasText: 'Find the student' }).click();
    await page.getByLabel('Student', { exact: true }).fill('D-77431');
    await page.getByRole('button', { name: /^Zephyrine/ }).click();
    await page.getByRole('button', { name: /^Write it down for Zephyrine/ }).click();
    await page.getByText('Written down. The name is forgotten.').waitFor();
  }

  async function run(path: string, asked: object): Promise<void> {
    const { body } = await coordinator.post(`${API}${path}`).send(asked).expect(202);
    await jobEnd(at.deps, body.id);
  }

  async function agree(): Promise<void> {
    const records = ['name', 'contacts', 'grade-and-languages', 'needs', 'free-times'];
    await recorded(coordinator, { signedAt: inDays(0) }, { ...TERMS, records, expiresAt: inDays(200) });
  }

  async function refer(page: Page): Promise<void> {
    await page.goto('/students/student');
    const match = page.locator('.match', { hasText: SERVICE }).first();
    await match.getByRole('button', { name: `Refer to ${SERVICE}` }).click();
    await match.getByText('sent, no answer yet').waitFor();
  }

  async function answerByMail(): Promise<void> {
    const [letter] = await catcher.until(1);
    expect(letter?.to).to.deep.equal(['desk@org.example.org']);
    expect(letter?.text, 'that somebody asks, and nothing of whom').not.to.match(
      /Zephyrine|Quillfeather|[Rr]eading/,
    );
    const { pathname, hash } = new URL(linkIn(letter!));
    const page = await open(pathname + hash, { viewport: PHONE });
    await page.getByRole('button', { name: 'Read what is needed' }).click();
    await page.getByRole('button', { name: 'We have a place' }).click();
    await page.getByRole('button', { name: 'Yes, we have a place' }).click();
    await page.getByText('Mara Quillfeather').waitFor();
    await page.context().close();
  }

  async function finish(page: Page): Promise<void> {
    await page.goto('/referrals');
    const row = page.locator('.referral-table tbody tr', { hasText: SERVICE });
    await row.getByRole('button', { name: /^It has started/ }).click();
    await row.getByText('going on').waitFor();
    await row.getByRole('button', { name: /^Done/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('What came of it?').selectOption({ label: 'The student got the help' });
    await dialog.getByRole('button', { name: 'Done' }).click();
    await row.waitFor({ state: 'detached' });
  }

  /** How things go since: one key a question. */
  async function ask(page: Page): Promise<void> {
    await page.goto('/students/student/reviews');
    await page.getByRole('group', { name: 'How have you been feeling?' }).getByRole('button').first().focus();
    for (const key of ['4', '5', '4', '0']) await page.keyboard.press(key);
    await page.getByText('Saved. Thank you.').waitFor();
  }

  /** What the school gives itself, with what has happened here as a figure beside it. */
  async function rate(page: Page): Promise<void> {
    await page.goto('/assessments/school-0');
    await page
      .getByRole('button', { name: /^Rate: / })
      .first()
      .click();
    await page.getByRole('radio', { name: /^2 · / }).check();
    await page.getByRole('checkbox', { name: /^(Needed and not found|No need without a match)/ }).check();
    await page.getByRole('button', { name: 'Save the rating' }).click();
    await page.getByText('Saved: Begun.').waitFor();
  }

  it('is found, agreed to, answered by mail and done, and stands in the report to the board', async function () {
    this.timeout(120_000);
    const survey = await openSurvey();
    await answerAsFamily(survey.address);
    const page = await openSignedIn(`/surveys/${survey.id}`);
    await writeDown(page);
    await run('/match-runs', { scope: 'students', studentIds: ['student'] });
    await agree();
    await refer(page);
    await answerByMail();
    await finish(page);
    await ask(page);
    await rate(page);
    await run('/gap-runs', { terms: [NEED], minutes: 30, mode: 'bus', demand: 'all' });
    await page.goto(`/report?terms=${NEED}&minutes=30&mode=bus`);
    await page.getByRole('heading', { level: 1, name: /Reading and writing tutoring/ }).waitFor();
    await page.context().close();
  });
});

function inDays(days: number): string {
  return utcDay(new Date(Date.now() + days * DAY_MS));
}

function readingCorner(): Offer {
  return Offer.parse({
    id: 'corner',
    serviceId: 'service-of-org',
    locationId: 'corner',
    organizationId: 'org',
    serviceName: SERVICE,
    organizationName: 'Library',
    locationName: 'Library',
    kind: 'service',
    confidentiality: 'public',
    point: { type: 'Point', coordinates: [-96.5, 40.5] },
    terms: [NEED],
    termsAndAbove: [NEED],
    eligibility: { unknown: [] },
    hours: [],
    hoursKnown: false,
    languages: [],
    placesFree: 5,
  });
}
