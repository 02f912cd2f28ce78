import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { ZipFile } from 'yazl';
import { describeInBrowser, expectAccessible, screenshot, writeDown } from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const examples = fileURLToPath(new URL('../../data/demo/examples', import.meta.url));
const directory = join(examples, 'hsds');
const HUB = 'Old High School Community Hub';

/** The browser says so itself when the story takes the network away. */
const offline = { complaints: /ERR_FAILED/ };

describeInBrowser('A community leader', () => {
  const { story, openWindow } = demoStories();

  story('sees who is in a building already, and what is missing around another', {}, async (page) => {
    await page.goto('/');
    await page.getByRole('combobox', { name: 'What do you need?' }).fill(HUB);
    await page.keyboard.press('Enter');
    await counted(page, /^30 services for “Old High School Community Hub”/);
    await page
      .getByRole('button', { name: `Show ${HUB} on the map` })
      .first()
      .click();
    const panel = page.getByRole('complementary', { name: 'The chosen place' });
    await panel.getByText('26 more.').waitFor();
    await page.locator('.pin-selected').waitFor();
    await screenshot(page, 'find-place');
    await expectAccessible(page);
    await panel.getByRole('link', { name: 'Everything at this place' }).click();

    await page.getByRole('heading', { level: 1, name: HUB }).waitFor();
    await page.getByRole('heading', { level: 2, name: '30 services here' }).waitFor();
    await page.getByText('Shared by 13 organizations').waitFor();
    await page.getByText('and 7 more').click();
    const sharing = page.locator('.shared-by').getByRole('listitem');
    expect(await sharing.allInnerTexts())
      .to.have.length(13)
      .and.include('Open Door Counseling');
    const domains = page.locator('.domain-group');
    const listed = await domains.getByRole('listitem').count();
    expect([await domains.count(), listed], 'all nine kinds of help, all services').to.deep.equal([9, 30]);
    await domains
      .filter({ hasText: 'Feelings and friends' })
      .getByRole('link', { name: 'Grief circle for children' })
      .waitFor();
    await page.getByText('Every kind of help is here or within 1 mile.').waitFor();
    await page.locator('.pin-selected').waitFor();
    await screenshot(page, 'site');
    await expectAccessible(page);

    await page.goto('/?q=Tallgrass+Library');
    await page.getByRole('button', { name: 'Show Tallgrass Library on the map' }).first().click();
    await panel.getByRole('link', { name: 'Everything at this place' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tallgrass Library' }).waitFor();
    await page.getByText('Nothing of these kinds is here or within 1 mile:').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Feelings and friends' }).first().click();
    await counted(page, /for Feelings and friends near Chosen point · nearest first/);
    await page.locator('.offer-trip').first().waitFor();
  });

  story('counts on the map what the list counts, without what is kept private', {}, async (page) => {
    const marks = page.waitForResponse((reply) => reply.url().includes('/offers/map'));
    await page.goto('/?terms=safety');
    const total = Number.parseInt(await counted(page, /^\d+ services for Safety/), 10);
    const hidden = await page.locator('.offer-card', { hasText: 'Place kept private' }).count();
    expect(hidden).to.be.greaterThan(0);
    const drawn = (await (await marks).json()) as { items: object[] };
    expect(drawn.items.length).to.equal(total - hidden);
    expect(JSON.stringify(drawn)).not.to.contain('Safe house');
  });

  story('sends a link that opens the same view', {}, async (page) => {
    await page.goto('/?terms=academic');
    await page.getByLabel('Near').selectOption({ label: 'Cottonwood Elementary' });
    await page.getByLabel('Within', { exact: true }).selectOption('15');
    const ofAll = await counted(page, /services for Learning .*15 minutes/);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByLabel('Free of charge').check();
    await page.waitForURL(/free=1/);
    const ofFree = await counted(page, new RegExp(`^(?!${ofAll}).*services? for Learning`));
    await page.locator('.offer-show').nth(1).click();
    await page.waitForURL(/place=/);
    const said = await view(page);

    const other = await openWindow();
    const opened = await other.newPage();
    await opened.goto(page.url());
    await opened.getByRole('complementary', { name: 'The chosen place' }).waitFor();
    expect(await view(opened)).to.deep.equal(said);
    await opened.getByRole('button', { name: 'Remove Free of charge' }).click();
    await opened.waitForURL((url) => !url.searchParams.has('free'));
    await counted(opened, new RegExp(`^${ofAll}`));
    await opened.goBack();
    await opened.getByRole('button', { name: 'Remove Free of charge' }).waitFor();
    // What is seen goes on being that of the last question until the answer is there.
    await counted(opened, new RegExp(`^${ofFree}`));
    expect(await view(opened)).to.deep.equal(said);
    await other.close();
  });

  story('keeps what is seen when the network is gone, and goes on when it is back', offline, async (page) => {
    await page.goto('/?terms=academic');
    await counted(page, /services for Learning/);
    await page.route('**/api/v1/offers**', (route) => route.abort());
    await page.getByLabel('Near').selectOption({ label: 'Cottonwood Elementary' });
    const alert = page.getByRole('alert').filter({ hasText: 'Check your connection. What you see is kept.' });
    await alert.waitFor();
    expect(await page.locator('.offer-card').count(), 'the list stays').to.be.greaterThan(0);
    await expectAccessible(page);
    await page.unrouteAll();
    await alert.getByRole('button', { name: 'Try again' }).click();
    await counted(page, /services for Learning near Cottonwood Elementary/);
    await alert.waitFor({ state: 'detached' });
  });

  story(
    'brings in a directory, reads what to look at, and brings it in again',
    { as: 'community-leader' },
    async (page) => {
      const zip = { name: 'county-211.zip', mimeType: 'application/zip', buffer: await exampleWithFaults() };
      await page.goto('/import');
      await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
      const kinds = await page.getByLabel('What is in the file').locator('option').allInnerTexts();
      expect(kinds, 'neither schools nor students').to.deep.equal([
        'Directory of services',
        'Table of services',
        'OpenStreetMap',
      ]);
      await page.getByRole('button', { name: 'Import', exact: true }).click();
      await page.getByRole('alert').getByText('Give the source a name.').waitFor();
      await page.getByRole('alert').getByText('Choose a file.').waitFor();
      expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).to.equal(
        'true',
      );
      await expectAccessible(page);

      const steps = await writeDown(page, '.progress, .job');
      await importFile(page, zip);
      await page.getByRole('heading', { level: 1, name: 'county-211.zip' }).waitFor();
      expect((await steps()).length, 'steps that were told').to.be.greaterThan(0);
      const first = await countsOf(page);
      expect(first.Services).to.deep.include({ read: 10, new: 10, changed: 0, same: 0 });
      const all = page.getByRole('table', { name: 'What to look at' });
      const phone = all.getByRole('row', { name: /^phones\.csv, 12 number ask at the desk/ });
      await phone.getByText('This does not look like a telephone number.').waitFor();
      await all.getByText('The record that this points to does not exist.').waitFor();
      const findings = Number.parseInt(await page.getByText(/^\d+ findings$/).innerText(), 10);
      expect(await all.locator('tbody tr').count()).to.equal(findings);
      await screenshot(page, 'import-report');
      await expectAccessible(page);

      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Download report (CSV)' }).click(),
      ]);
      const lines = (await readFile(await file.path(), 'utf8')).trim().split(/\r?\n/);
      expect(lines.length - 1).to.equal(findings);
      await page.getByLabel('Show').selectOption('bad-phone');
      await page.getByText('1 finding', { exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('code')).to.equal('bad-phone');

      await page.getByRole('link', { name: 'Imports so far' }).click();
      await importFile(page, zip);
      await page.getByRole('heading', { level: 1, name: 'county-211.zip' }).waitFor();
      for (const [table, count] of Object.entries(await countsOf(page))) {
        expect(count, `${table} the second time`).to.deep.include({ new: 0, changed: 0 });
        expect(count.same).to.equal(first[table]!.new! + first[table]!.same!);
      }
      await page.goto('/?q=Counseling+day');
      await counted(page, /^\d+ services? for “Counseling day”/);
      await page.getByRole('link', { name: 'Counseling day, Tallgrass' }).first().waitFor();
    },
  );

  story('leaves bringing in students to an administrator', { as: 'administrator' }, async (page) => {
    await page.goto('/import');
    await page.getByLabel('What is in the file').selectOption('students');
    await importFile(page, join(examples, 'students.csv'), 'Save & import');
    await page.getByRole('heading', { level: 1, name: 'students.csv' }).waitFor();
    expect((await countsOf(page)).Students).to.deep.include({ read: 50, new: 50, refused: 0 });
    await expectAccessible(page);
  });
});

/** The sentence over Find's list, once it says this. */
async function counted(page: Page, words: RegExp): Promise<string> {
  const sentence = page.getByRole('main').getByRole('status').filter({ hasText: words });
  await sentence.waitFor();
  return sentence.innerText();
}

/** What a view of Find says: the count, the services in order, the chosen place. */
async function view(page: Page): Promise<unknown> {
  const panel = page.getByRole('complementary', { name: 'The chosen place' });
  await panel.getByRole('heading').waitFor();
  await page.locator('.offer-card').first().waitFor();
  const titles = await page.locator('.offer-card h2').allInnerTexts();
  return [await counted(page, /services? for Learning/), titles, await panel.innerText()];
}

/** A table is read on the page first; its button comes once that is done. */
async function importFile(
  page: Page,
  file: Parameters<Page['setInputFiles']>[1],
  button = 'Import',
): Promise<void> {
  await page.getByLabel('Name of the source').fill('County 211');
  await page.getByLabel('File', { exact: true }).setInputFiles(file);
  await page.getByRole('button', { name: button, exact: true }).click();
}

/** The table "What came in": by what the rows are called, by the head of the column; a dash counts nothing. */
async function countsOf(page: Page): Promise<Record<string, Record<string, number>>> {
  const table = page.getByRole('table', { name: 'What came in' });
  const heads = (await table.locator('thead th').allInnerTexts()).map((head) => head.trim().toLowerCase());
  const rows = await Promise.all(
    (await table.locator('tbody tr').all()).map((row) => row.locator('th, td').allInnerTexts()),
  );
  return Object.fromEntries(
    rows.map(([name = '', ...figures]) => [
      name.trim(),
      Object.fromEntries(
        figures.map((figure, index) => [heads[index + 1], Number(figure.replace('–', '0'))]),
      ),
    ]),
  );
}

/** The example directory as a zip, with two rows that nobody can use as they are. */
async function exampleWithFaults(): Promise<Buffer> {
  const faults: Record<string, string> = {
    'phones.csv': 'phone-1,15358ac7-847d-5b27-ba32-4c19b61dde4f,ask at the desk,voice',
    'schedules.csv': 'schedule-1,no-such-service,WEEKLY,MO,TH,10:00,18:00',
  };
  const zip = new ZipFile();
  for (const name of await readdir(directory)) {
    const text = await readFile(join(directory, name), 'utf8');
    zip.addBuffer(Buffer.from(`${text.trimEnd()}\n${faults[name] ?? ''}\n`), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}
