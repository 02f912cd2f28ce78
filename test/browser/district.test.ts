import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';
import { jobEnd } from '../../server/jobs/follow-job.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
  writeDown,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const COUNSELING = '/gaps?terms=counseling';

describeInBrowser('A rural district’s leader', () => {
  const { story, api, deps } = demoStories();

  story('reads where counseling is out of reach, and for how many children', {}, async (page) => {
    await page.goto('/gaps');
    const headline = page.getByRole('heading', { level: 2, name: 'have one within 30 min by car' });
    const [covered, students, share] = figuresOf(await headline.innerText());
    expect(students).to.equal(2400);
    expect(Math.round((100 * covered!) / students!)).to.equal(share);
    await page.getByText(/^12 places offer it\. At least \d+ needs without a match\./).waitFor();

    const rows = await tableRows(page);
    expect(rows.length, 'a row for each school').to.equal(14);
    expect(
      rows.slice(0, 2).map((row) => row.slice(0, 3)),
      'the worst on top, and never none',
    ).to.have.deep.members([
      ['Tallgrass School', '80', 'fewer than 10'],
      ['North Fork School', '52', 'fewer than 10'],
    ]);
    await page.getByText('the number is hidden so that nobody can be recognised').waitFor();
    await page.locator('path.leaflet-interactive').first().waitFor();
    await screenshot(page, 'gaps');
    await expectAccessible(page);

    await page.getByRole('button', { name: 'By area' }).click();
    await page.getByRole('button', { name: 'Around Tallgrass School', exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('by')).to.equal('cell');
    expect((await tableRows(page)).length).to.be.greaterThan(10);
  });

  story('turns classes of the legend off and on', {}, async (page) => {
    await page.goto(COUNSELING);
    const legend = page.getByRole('region', { name: 'Share of students within reach' });
    const filled = 'path.leaflet-interactive:not([fill-opacity="0"])';
    await page.locator(filled).first().waitFor();
    const all = await page.locator(filled).count();
    const best = legend.getByRole('checkbox', { name: /^80–100%/ });
    const inClass = Number(
      /(\d+)$/.exec(await legend.locator('li', { hasText: '80–100%' }).innerText())?.[1],
    );
    await best.uncheck();
    await expectCount(page, filled, all - inClass);
    await best.check();
    await expectCount(page, filled, all);
    await legend.getByRole('checkbox', { name: /^hidden: fewer than 10/ }).waitFor();

    await page.getByLabel('The map shows').selectOption('minutes');
    await page.getByRole('region', { name: 'Minutes to the nearest' }).waitFor();
    expect(new URL(page.url()).searchParams.get('measure')).to.equal('minutes');
  });

  story('opens one place by Enter, and comes back to its row', {}, async (page) => {
    await page.goto(COUNSELING);
    const row = page.getByRole('button', { name: 'Tallgrass School', exact: true });
    await row.focus();
    await page.keyboard.press('Enter');
    const detail = page.getByRole('region', { name: 'Tallgrass School' });
    await detail.getByText(/^The nearest is 68 min by car\.$/).waitFor();
    await detail.getByText('Fewer than 10 of 80 students within reach.').waitFor();
    await detail.getByRole('listitem').first().waitFor();
    expect(new URL(page.url()).searchParams.has('at')).to.equal(true);
    await expectAccessible(page);
    await detail.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Enter');
    await detail.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal('Tallgrass School');
  });

  story('takes home the table as it is shown', {}, async (page) => {
    await page.goto(COUNSELING);
    const shown = await tableRows(page);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Table (CSV)' }).click(),
    ]);
    expect(file.suggestedFilename()).to.match(/\.csv$/);
    const lines: Record<string, string>[] = parse(await readFile(await file.path(), 'utf8'), {
      columns: true,
      bom: true,
    });
    const taken = lines.filter(({ id }) => id !== 'total').map(rowOfLine);
    // The table leaves out a column of which nothing may be told, and says with a service where it is.
    const columns = shown[0]!.length - 1;
    expect(taken.map((row) => row.slice(1, columns + 1))).to.have.deep.members(
      shown.map((row) => row.slice(0, columns)),
    );
    for (const [service, name] of taken)
      expect(shown.find((row) => row[0] === name)?.at(-1), name).to.match(new RegExp(`^${service}`));
  });

  story('prints the question, the answer and the table, and nothing to press', {}, async (page) => {
    await page.goto(COUNSELING);
    await page.getByRole('heading', { level: 2, name: 'within 30 min by car' }).waitFor();
    await page.locator('path.leaflet-interactive').first().waitFor();
    await page.emulateMedia({ media: 'print' });
    await page
      .getByText(/^Where Counseling.* is within 30 minutes by car, counting all students\.$/)
      .waitFor();
    await page.getByRole('row', { name: /^Tallgrass School 80 fewer than 10/ }).waitFor();
    const pressable = page.locator(
      'nav, select, input, button:not(.row-button, .sort-button), .button, .leaflet-control-zoom, .skip-link',
    );
    expect(await pressable.filter({ visible: true }).allInnerTexts()).to.deep.equal([]);
    await screenshot(page, 'gaps-print');
  });

  story('measures another kind of help, and sees it happen', { as: 'district-leader' }, async (page) => {
    await page.goto('/gaps?terms=dental-care');
    await page.getByRole('heading', { name: 'Nobody has measured this yet' }).waitFor();
    await expectAccessible(page);
    const progress = await writeDown(page, '.job');
    await page.getByRole('button', { name: 'Measure', exact: true }).click();
    const headline = page.getByRole('heading', { level: 2, name: 'students' });
    const [covered, students] = figuresOf(await headline.innerText());
    expect([covered! > 2000, students]).to.deep.equal([true, 2400]);
    expect((await progress()).length, 'steps that were told').to.be.greaterThan(0);
    const tallgrass = (await tableRows(page)).find(([name]) => name === 'Tallgrass School');
    expect(tallgrass!.slice(0, 3)).to.deep.equal(['Tallgrass School', '80', '21%']);
    await page.getByRole('link', { name: /^Counseling and mental health, 30 min by car/ }).click();
    await page.getByRole('heading', { level: 2, name: '2,052 of 2,400' }).waitFor();
  });

  story('never reads few or none as zero', {}, async (page) => {
    const agent = await api('district-leader');
    const params = { terms: ['horses-riding'], minutes: 30, mode: 'car', demand: 'need' };
    const { body } = await agent.post('/api/v1/gap-runs').send(params).expect(202);
    await jobEnd(deps(), body.id);
    await page.goto('/gaps?terms=horses-riding&demand=need');
    await page.getByRole('heading', { name: 'Fewer than 10 students stand behind this' }).waitFor();
    const rows = await tableRows(page);
    expect(new Set(rows.map(([, , share]) => share))).to.deep.equal(new Set(['fewer than 10']));
    await page.getByRole('checkbox', { name: /^hidden: fewer than 10/ }).waitFor();
    await page.getByRole('button', { name: 'By area' }).click();
    await page.getByText('By area we count all students only').waitFor();
    await expectAccessible(page);
  });

  story('is told when a measurement does not come, and tries again', complaining(500), async (page) => {
    await page.route('**/gap-runs/*/result', (route) => route.fulfill({ status: 500 }));
    await page.goto(COUNSELING);
    const alert = page.getByRole('alert').filter({ hasText: 'That did not work' });
    await alert.waitFor();
    await expectAccessible(page);
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { level: 2, name: 'within 30 min by car' }).waitFor();
    await alert.waitFor({ state: 'detached' });
  });

  story(
    'matches the whole district, and finds the run among those before',
    { as: 'district-leader' },
    async (page) => {
      await page.goto('/runs');
      const history = page.getByRole('table', { name: 'Runs so far' });
      await history
        .getByRole('row', { name: /All schools.*done/ })
        .first()
        .waitFor();
      const before = await history.locator('tbody tr').count();
      const progress = await writeDown(page, '.job');
      await page.getByRole('button', { name: 'Match now' }).click();
      await history.locator('tbody tr').nth(before).waitFor();
      const newest = await cells(history.locator('tbody tr').first());
      expect(newest[1]).to.equal('All schools');
      expect(newest[2]).to.match(/^done\b/);
      expect(newest[5], 'students').to.equal('2,400');
      expect((await progress()).some((said) => said.includes('You can leave this page'))).to.equal(true);
      await screenshot(page, 'runs');
      await expectAccessible(page);
    },
  );

  story('cancels a run that has not come far', { as: 'district-leader' }, async (page) => {
    const queue = deps().queues.open('matches');
    await queue.pause();
    try {
      await page.goto('/runs');
      await page.getByRole('button', { name: 'Match now' }).click();
      await page.getByText('Waiting for its turn').first().waitFor();
      await page.reload();
      await page.getByRole('button', { name: 'Cancel' }).click();
    } finally {
      await queue.resume();
    }
    const newest = page.getByRole('table', { name: 'Runs so far' }).locator('tbody tr').first();
    await newest.getByText('cancelled').waitFor();
    await newest.getByRole('button', { name: 'Try again' }).waitFor();
    await expectAccessible(page);
  });

  const onPhone = { viewport: PHONE, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
  const leading = { as: 'district-leader', ...onPhone } as const;
  story('says when its schools are closed, and tries who should have a plan', leading, async (page) => {
    await page.goto('/rules');
    const closed = page.getByRole('region', { name: 'Days when schools are closed' });
    await closed.getByRole('button', { name: 'Add days' }).click();
    await closed.getByText('or one is missing').waitFor();
    await closed.getByLabel('First day').fill('2026-12-21');
    await closed.getByLabel('Last day').fill('2027-01-04');
    await closed.getByRole('button', { name: 'Save' }).click();
    await closed.getByText('Saved. It holds from now on.').waitFor();
    await closed.getByText('Earlier versions').click();
    await closed.getByRole('button', { name: /^Use again/ }).click();
    await closed.getByText('No closed days').first().waitFor();
    await page.getByRole('button', { name: 'About how many would this concern?' }).click();
    await page.getByText(/^Between \d+% and \d+% of your students/).waitFor();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'district-rules-phone');
  });

  story('fits a phone in the dark on every page', { as: 'administrator', ...onPhone }, async (page) => {
    const agent = await api('administrator');
    const first = async (path: string) => (await agent.get(`/api/v1${path}`).expect(200)).body.items[0];
    const school = await first('/schools');
    const student = await first(`/students?school=${school.id}`);
    const offer = await first('/offers?q=old+high+school');
    const pages = [
      ['/', '.offer-card'],
      ['/?view=map', '.cluster'],
      [`/services/${offer.serviceId}`, '.facts'],
      [`/locations/${offer.locationId}`, '.domain-group'],
      [`/organizations/${offer.organizationId}`, '.service-line'],
      ['/schools', '.school-list a'],
      [`/schools/${school.id}`, '.needs-table table'],
      [`/students/${student.id}`, '.wish'],
      [COUNSELING, '.gap-table'],
      ['/runs', 'table'],
      ['/import', 'form'],
      ['/no-such-page', 'main h1'],
    ] as const;
    for (const [path, part] of pages) {
      await page.goto(path);
      await page.locator(part).first().waitFor();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
    }
    await page.goto(COUNSELING);
    await page.locator('path.leaflet-interactive').first().waitFor();
    await page.locator('.gap-map').evaluate((map) => map.scrollIntoView());
    await screenshot(page, 'gaps-phone-dark');
  });
});

function complaining(status: number) {
  return { complaints: new RegExp(`status of ${status}`) };
}

/** Waits for so many elements, no more and no fewer. */
async function expectCount(page: Page, selector: string, count: number): Promise<void> {
  const wanted = { selector, count };
  await page.waitForFunction(
    (asked) => document.querySelectorAll(asked.selector).length === asked.count,
    wanted,
  );
}

/** "2,158 of 2,400 students (90%) …" as numbers. */
function figuresOf(text: string): number[] {
  return [...text.matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replaceAll(',', '')));
}

/** The table of the gaps, cell by cell. */
async function tableRows(page: Page): Promise<string[][]> {
  const rows = page.locator('.gap-table tbody tr');
  await rows.first().waitFor();
  return Promise.all((await rows.all()).map(cells));
}

async function cells(row: Locator): Promise<string[]> {
  return (await row.locator('th, td').allInnerTexts()).map((text) => text.trim());
}

/** A line of the file as the table shows it. */
function rowOfLine(line: Record<string, string>): string[] {
  const { name = '', students, share, end, nearestMinutes, nearestService = '', unmet } = line;
  const orHidden = (text = '') => (text === '' ? 'fewer than 10' : Number(text).toLocaleString('en-US'));
  const masked = end === 'most' ? 'all but fewer than 10' : 'fewer than 10';
  const percent = share === '' ? masked : `${Math.round(100 * Number(share))}%`;
  const minutes = String(Math.round(Number(nearestMinutes)));
  return [nearestService, name, orHidden(students), percent, minutes, orHidden(unmet)];
}
