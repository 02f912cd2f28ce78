import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { whatIfTown } from '../core/what-if/what-if-town.ts';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const QUESTION = '/what-if?terms=dental-care&minutes=15';

describeInBrowser('What if', () => {
  const { story } = demoStories();
  /** The address of the scenario that was saved first; stories go on from one another. */
  let saved = '';

  story('is tried on the map, saved and opened by its address', { as: 'district-leader' }, async (page) => {
    await page.goto(QUESTION);
    await page.getByRole('heading', { level: 2, name: /^Dentist: as many as today have one/ }).waitFor();
    await page.locator('.map path[role="button"]').first().waitFor();
    await page.getByRole('button', { name: 'Press a point on the map' }).click();
    const box = await page.getByRole('region', { name: 'Map to try things on' }).boundingBox();
    if (!box) throw new Error('there is no map');
    await page.mouse.click(box.x + box.width * 0.3, box.y + box.height * 0.65);
    const mark = page.getByRole('button', { name: /^New service 1, 20 places, new/ });
    await mark.waitFor();
    const put = await headlineOf(page);

    const from = await mark.boundingBox();
    if (!from) throw new Error('there is no mark');
    await page.mouse.move(from.x + 16, from.y + 16);
    await page.mouse.down();
    for (let step = 1; step <= 4; step++)
      await page.mouse.move(from.x + 16 + step * 30, from.y + 16 - step * 25);
    await page.mouse.up();
    await page.waitForFunction(
      (last) => document.querySelector('.what-if-work h2')?.textContent !== last,
      put,
    );
    await screenshot(page, 'what-if');
    await expectAccessible(page);

    const told = await headlineOf(page);
    await page.getByRole('button', { name: 'Undo', exact: true }).click();
    await page.waitForFunction(
      (last) => document.querySelector('.what-if-work h2')?.textContent === last,
      put,
    );
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Dentist in the west');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved. Anyone with the address').waitFor();
    expect(new URL(page.url()).search).to.match(/^\?scenario=[-0-9a-f]+$/);
    saved = new URL(page.url()).pathname + new URL(page.url()).search;
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Dentist in the west' }).waitFor();
    await page.getByRole('heading', { level: 2, name: told }).waitFor();
  });

  story(
    'is done by keyboard alone, compared, deleted and brought back',
    { as: 'district-leader' },
    async (page) => {
      await page.goto(QUESTION);
      await page.getByLabel('Where', { exact: true }).selectOption({ index: 3 });
      await page.getByRole('button', { name: 'Put it here' }).press('Enter');
      await page.getByRole('region', { name: /^New service at/ }).waitFor();
      await page.getByLabel('Places', { exact: true }).fill('35');
      await page.getByLabel('Places', { exact: true }).press('Enter');
      await page.getByText(/^New service at .*: new, 35 places$/).waitFor();
      const mark = page.getByRole('button', { name: /^New service at .*, 35 places, new/ });
      const before = await mark.boundingBox();
      await mark.focus();
      for (let n = 0; n < 3; n++) await page.keyboard.press('Shift+ArrowRight');
      const after = await mark.boundingBox();
      expect(after && before && after.x - before.x, 'three kilometres further east').to.be.above(2);
      expect(await mark.evaluate((element) => element === document.activeElement)).to.equal(true);

      await page.getByLabel('Name', { exact: true }).fill('At a school');
      await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
      await page.getByText('Saved. Anyone with the address').waitFor();
      await page.getByRole('button', { name: 'Compare: Dentist in the west' }).press('Enter');
      const figures = page.getByRole('table', { name: 'Side by side' });
      await figures.getByRole('columnheader', { name: 'Dentist in the west' }).waitFor();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'End comparing' }).press('Enter');
      await page.getByRole('button', { name: 'Delete' }).press('Enter');
      await page.getByText('“At a school” is deleted.').waitFor();
      await page.getByRole('button', { name: 'Undo the deletion' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'At a school' }).waitFor();
    },
  );

  story(
    'is read by somebody else on a phone, in the dark',
    { viewport: PHONE, colorScheme: 'dark' },
    async (page) => {
      await page.goto(saved);
      await page.getByRole('heading', { level: 1, name: 'Dentist in the west' }).waitFor();
      await page.getByText('New service 1: new, 20 places').waitFor();
      await page.getByRole('link', { name: 'Sign in to keep it' }).waitFor();
      await page.locator('.map path[role="button"]').first().waitFor();
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await screenshot(page, 'what-if-phone');
    },
  );

  story('draws a state’s areas on one canvas, which follows what is tried', {}, async (page) => {
    const places = Array.from({ length: 1600 }, (_, n) => ({
      point: [-98 + (n % 40) * 0.05, 40 + Math.floor(n / 40) * 0.05] as [number, number],
      people: 20,
    }));
    const town = whatIfTown({ places, sites: [{ point: [-97, 41], capacity: 30, hours: 20 }] });
    await page.route('**/api/v1/what-if-snapshots*', (route) => route.fulfill({ json: town }));
    await page.route('**/api/v1/demand-areas', (route) =>
      route.fulfill({ json: { type: 'FeatureCollection', features: [] } }),
    );
    await page.goto(QUESTION);
    const drawn = page.locator('.map canvas');
    await drawn.waitFor();
    expect(await page.locator('.map path[role="button"]').count(), 'nothing is drawn one by one').to.equal(0);
    const picture = () => drawn.evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
    await page.getByLabel('Look at a service').selectOption('s0');
    await page.getByLabel('Hours open a week').fill('40');
    await page.getByLabel('Hours open a week').press('Enter');
    await page.getByText('Service 0: open 40 hours a week instead of 20, so 60 places').waitFor();
    const before = await picture();
    await page.getByRole('button', { name: 'Switch it off' }).click();
    await page.getByText('Service 0: switched off').waitFor();
    await page.waitForFunction(
      (last) => document.querySelector<HTMLCanvasElement>('.map canvas')?.toDataURL() !== last,
      before,
    );
  });
});

function headlineOf(page: Page): Promise<string> {
  return page.locator('.what-if-work h2').first().innerText();
}
