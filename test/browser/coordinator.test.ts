import { expect } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { describeInBrowser, expectAccessible, PHONE, screenshot, writeDown } from '../support/browser.ts';
import { demoStories, emailOf } from './demo-stories.ts';

const SCHOOL = 'Cedar Hollow Elementary';
const STUDENT = 'D-11423';

describeInBrowser('A resource coordinator', () => {
  const { story, api } = demoStories();

  story('finds partners that a student can reach, each with its reasons', {}, async (page) => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Try it as Rosa Delgado' }).click();
    await page.getByText('Signed in as Rosa Delgado').waitFor();

    await page.getByRole('link', { name: 'Schools', exact: true }).click();
    await page.getByRole('status').filter({ hasText: '14 schools' }).waitFor();
    await page.getByLabel('Search schools').fill('cedar');
    await page.getByRole('status').filter({ hasText: '1 school' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: SCHOOL }).click();

    await page.getByRole('heading', { level: 1, name: SCHOOL }).waitFor();
    await page.getByRole('table', { name: 'What its students need' }).waitFor();
    await screenshot(page, 'school');
    await page.getByLabel('Search by name or number').fill(STUDENT);
    await page.getByRole('status').filter({ hasText: '1 student' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: STUDENT }).click();

    await page.getByRole('heading', { level: 1, name: STUDENT }).waitFor();
    const tutoring = wish(page, 'Reading and writing tutoring');
    const first = tutoring.locator('.match').first();
    const said = await first.innerText();
    expect(said).to.match(/^1\s+Reading Friends/);
    for (const reason of [/\d+ min walk from school/, /Tue 3:30–5\spm fits/, /\d+ places? free/, /Spanish/])
      expect(said).to.match(reason);
    expect(await scores(tutoring)).to.satisfy(isFalling);
    expect(await tutoring.innerText()).to.match(/Not shown: \d+ too far, \d+ for other grades, \d+ full\./);

    await first.locator('summary').click();
    await first.getByText('Offers exactly this').waitFor();
    await first.getByText('Costs nothing').waitFor();
    await page.locator('.pin').first().waitFor();
    await screenshot(page, 'student');
    await expectAccessible(page);
  });

  story('sees why nothing fits a wish, and what is nearest', { as: 'coordinator' }, async (page) => {
    await page.goto(await addressOfStudent(STUDENT));
    const robotics = wish(page, 'Robotics and coding');
    await robotics.getByText('Nothing fits yet.').waitFor();
    const nearest = robotics.getByText(/^The nearest is Alder Creek High Robotics Team, \d+ min by bus, but/);
    expect(await nearest.innerText()).to.contain('but it takes other grades.');
    expect(await robotics.innerText()).to.match(/Not shown: \d+ for other grades, \d+ too far\./);
    await robotics.getByRole('link', { name: 'Look in Find' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: `for Robotics and coding near ${SCHOOL}` })
      .waitFor();
    const address = new URL(page.url());
    expect([...address.searchParams.keys()], 'nothing about the student').to.have.members([
      'terms',
      'school',
    ]);
  });

  story('keeps list and map together', { as: 'coordinator' }, async (page) => {
    await page.goto(await addressOfStudent(STUDENT));
    const glasses = wish(page, 'Glasses');
    await page.locator('.pin[aria-label*="Reading Friends"]').waitFor();
    await glasses.getByRole('button', { name: 'Show on the map' }).click();
    await page.getByText('On the map: Glasses').waitFor();
    await page.locator('.pin[aria-label*="Free glasses"]').waitFor();
    await wish(page, 'Reading and writing tutoring').locator('.match').first().hover();
    await page.locator('.pin-hovered', { hasText: 'Reading Friends' }).waitFor();
  });

  story('changes a need in place, matches again, and takes it back', { as: 'coordinator' }, async (page) => {
    const address = await addressOfStudent('D-11424');
    const agent = await api('coordinator');
    await agent
      .patch(`/api/v1${address}`)
      .send({ needs: [{ term: 'math-tutoring', urgency: 1 }] })
      .expect(200);
    await page.goto(address);
    const before = await page.locator('.profile').innerText();
    expect(before).not.to.contain('Dentist');
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('form', { name: 'Needs, times, travel and contacts' });
    await form.getByLabel('Add a need').selectOption({ label: '\u2003Dentist' });
    await form.getByLabel('How urgent: Dentist').selectOption({ label: 'urgent' });
    await screenshot(page, 'student-edit');
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save' }).click();

    await page.getByText('Saved.').waitFor();
    await page.getByText('Something changed since these matches were made.').waitFor();
    await page.locator('.profile', { hasText: 'Dentist' }).waitFor();
    expect(await wish(page, 'Dentist').count(), 'not matched yet').to.equal(0);
    await expectAccessible(page);

    const progress = await writeDown(page, '.job');
    await page.getByRole('button', { name: 'Match again' }).click();
    await wish(page, 'Dentist').waitFor();
    await page.getByText('Something changed').waitFor({ state: 'detached' });
    await page.locator('.job', { hasText: /Done: \d+ of \d+ needs have a match/ }).waitFor();
    expect((await progress()).some((said) => said.includes('You can leave this page'))).to.equal(true);

    await page.getByRole('button', { name: 'Undo' }).click();
    await page.getByText('Undone.').waitFor();
    await page.waitForFunction(
      (words) => document.querySelector<HTMLElement>('.profile')?.innerText === words,
      before,
    );
    await page.getByText('Something changed since these matches were made.').waitFor();
  });

  story('notes what services may ask, which a teacher does not see', { as: 'coordinator' }, async (page) => {
    const address = await addressOfStudent('D-11425');
    await (await api('coordinator')).patch(`/api/v1${address}`).send({ circumstances: {} }).expect(200);
    await page.goto(address);
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('form', { name: 'Needs, times, travel and contacts' });
    const asked = form.getByRole('group', { name: 'What services may ask' });
    await asked.getByLabel('Family income').selectOption({ label: '130% to 185% of the poverty level' });
    await asked.getByText('Programs', { exact: true }).click();
    await asked.getByLabel('SNAP').selectOption({ label: 'Yes' });
    await expectAccessible(page);
    await form.getByRole('button', { name: 'Save' }).click();
    const line = 'Income 130% to 185% of the poverty level';
    await page.locator('.profile', { hasText: line }).waitFor();
    await page.locator('.profile', { hasText: 'SNAP (food stamps)' }).waitFor();
    const { body } = await (await api('staff')).get(`/api/v1${address}`).expect(200);
    expect(JSON.stringify(body)).not.to.contain('circumstances');
    await page.getByRole('button', { name: 'Undo' }).click();
    await page.locator('.profile', { hasText: line }).waitFor({ state: 'detached' });
  });

  story('keeps what was typed when the server cannot save it', notOurFault(500), async (page) => {
    const address = await addressOfStudent('D-11425');
    const agent = await api('coordinator');
    await agent.patch(`/api/v1${address}`).send({ interests: [] }).expect(200);
    await page.goto(address);
    await page.getByRole('button', { name: 'Edit' }).click();
    const form = page.getByRole('form', { name: 'Needs, times, travel and contacts' });
    await form.getByLabel('Add something they love').selectOption({ label: '\u2003Soccer' });
    await page.route('**/api/v1/students/*', (route) =>
      route.request().method() === 'PATCH' ? route.fulfill({ status: 500 }) : route.continue(),
    );
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('alert').getByText('What you changed is still here.').waitFor();
    await form.getByLabel('How much: Soccer').waitFor();
    await expectAccessible(page);
    await page.unrouteAll();
    await form.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Saved.').waitFor();
  });

  story('is told what to do when the matches do not come', notOurFault(500), async (page) => {
    await page.route('**/students/*/matches', (route) => route.fulfill({ status: 500 }));
    await page.goto(await addressOfStudent(STUDENT));
    const alert = page.getByRole('alert').filter({ hasText: 'That did not work' });
    await alert.getByText('Nothing was lost. Please try again in a minute.').waitFor();
    await expectAccessible(page);
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await wish(page, 'Reading and writing tutoring').waitFor();
    await alert.waitFor({ state: 'detached' });
  });

  story('reads in Spanish, and still does after a reload', { as: 'coordinator' }, async (page) => {
    await page.goto(await addressOfStudent(STUDENT));
    await wish(page, 'Glasses').waitFor();
    await page.getByRole('button', { name: 'Español' }).click();
    for (const label of ['Buscar', 'Escuelas', 'Carencias', 'Hoy'])
      await page.getByRole('link', { name: label, exact: true }).waitFor();
    await page.getByRole('navigation').getByRole('button', { name: 'Más', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: 'Búsquedas de opciones' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Opciones' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Opciones' }).waitFor();
    expect(await page.getAttribute('html', 'lang')).to.equal('es');
    await wish(page, 'Tutoría de lectura y escritura')
      .getByText('español', { exact: false })
      .first()
      .waitFor();
    await expectAccessible(page);
  });

  story(
    'reads a student on a phone',
    { as: 'coordinator', viewport: PHONE, isMobile: true, hasTouch: true },
    async (page) => {
      await page.goto(await addressOfStudent(STUDENT));
      await wish(page, 'Glasses').waitFor();
      await page.locator('.pin').first().waitFor();
      await screenshot(page, 'student-phone');
      await expectAccessible(page);
    },
  );

  story('needs no mouse, from signing in to a student', {}, async (page) => {
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Try it as Rosa Delgado' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await focused(page)).to.equal('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('content');
    await tabTo(page, /^Try it as Rosa Delgado/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Hello, Rosa Delgado' }).waitFor();

    await tabTo(page, /^Schools and their students/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Schools', exact: true }).waitFor();
    await tabTo(page, /^Search schools/);
    await page.keyboard.type('cedar');
    await page.getByRole('status').filter({ hasText: '1 school' }).waitFor();
    await tabTo(page, SCHOOL);
    await page.keyboard.press('Enter');
    await tabTo(page, /^Search by name or number/);
    await page.keyboard.type(STUDENT);
    await page.getByRole('status').filter({ hasText: '1 student' }).waitFor();
    await tabTo(page, new RegExp(`${STUDENT}$`));
    await page.keyboard.press('Enter');
    await wish(page, 'Glasses').waitFor();
    await page.locator('.pin').first().waitFor();

    await tabTo(page, 'Edit');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.closest('form') !== null);
    await tabTo(page, 'Cancel');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent?.trim() === 'Edit');
    await page.locator('.profile').waitFor();

    await tabTo(page, 'Skip the map');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('.map') ?? null)).to.equal(null);
    await expectAccessible(page);
  });

  story(
    'is told when email and password do not go together, and types only one again',
    notOurFault(401),
    async (page) => {
      await page.goto('/sign-in');
      await page.getByLabel('Email').fill(emailOf('staff'));
      await page.getByLabel('Password', { exact: true }).fill('not the password');
      await page.getByRole('button', { name: 'Sign in' }).click();
      const alert = page.locator('form').getByRole('alert');
      await alert.getByText('Email and password don’t go together.').waitFor();
      expect(await page.getByLabel('Email').inputValue()).to.equal(emailOf('staff'));
      await expectAccessible(page);
      await page.getByLabel('Password', { exact: true }).fill('trellis-demo');
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByText('Signed in as Dale Hutchins').waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('link', { name: 'Sign in' }).waitFor();
      expect(
        (await page.request.get(`/api/v1/students?school=any`)).status(),
        'the session is over',
      ).to.equal(401);
    },
  );

  story('comes back to where a session was asked for', notOurFault(401), async (page) => {
    const address = await addressOfStudent(STUDENT);
    await page.goto(address);
    await page.getByText('Please sign in to see this.').waitFor();
    expect(await page.locator('main').innerText()).not.to.contain(STUDENT);
    await expectAccessible(page);
    await page.locator('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByText('Sign in and you go on where you were.').waitFor();
    await page.getByRole('button', { name: 'Try it as Rosa Delgado' }).click();
    await page.getByRole('heading', { level: 1, name: STUDENT }).waitFor();
    expect(new URL(page.url()).pathname).to.equal(address);
  });

  /** Found as the coordinator finds it: among the students of her school. */
  async function addressOfStudent(localId: string): Promise<string> {
    const agent = await api('coordinator');
    const { body } = await agent.get('/api/v1/session').expect(200);
    const [{ schoolIds }] = body.account.grants;
    const search = { school: schoolIds[0], q: localId };
    const list = await agent.post('/api/v1/students/search').send(search).expect(200);
    return `/students/${list.body.items[0].id}`;
  }
});

/** A reply that the story brings about; the browser writes it into its console. */
function notOurFault(status: number) {
  const complaints = new RegExp(`status of ${status}`);
  return status === 401 ? { complaints } : { as: 'coordinator' as const, complaints };
}

function wish(page: Page, name: string): Locator {
  return page.locator('.wish', { has: page.getByRole('heading', { level: 3, name }) });
}

async function scores(section: Locator): Promise<number[]> {
  const bars = await section.locator('.match-head').getByRole('img').all();
  const said = await Promise.all(bars.map((bar) => bar.getAttribute('aria-label')));
  return said.map((words) => Number(/^Score ([\d.]+) of 1/.exec(words ?? '')?.[1]));
}

function isFalling(numbers: readonly number[]): boolean {
  return numbers.length > 1 && numbers.every((n, index) => n <= (numbers[index - 1] ?? 1));
}

/** What has the focus, as a person would call it. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> };
    return (
      element.getAttribute('aria-label') ??
      element.labels?.[0]?.innerText ??
      element.innerText ??
      ''
    ).trim();
  });
}

const MOST_STOPS = 120;

/** Presses Tab until the focus is there: fails where the keyboard does not come. */
async function tabTo(page: Page, wanted: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    const name = await focused(page);
    if (typeof wanted === 'string' ? name === wanted : wanted.test(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keyboard did not come to ${wanted} within ${MOST_STOPS} stops`);
}
