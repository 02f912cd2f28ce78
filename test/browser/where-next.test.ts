import { expect } from 'chai';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
  writeDown,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const QUESTION = 'terms=mental-health-counseling&minutes=15';

describeInBrowser('Where next', () => {
  const { story } = demoStories();

  story('is asked from a gap, searched, read and printed', { as: 'district-leader' }, async (page) => {
    await page.goto(`/gaps?${QUESTION}`);
    await page.getByRole('link', { name: 'Where next?' }).click();
    await page.getByRole('heading', { name: 'Nobody has searched for this yet' }).waitFor();
    await page.getByLabel('New sites', { exact: true }).selectOption({ label: 'up to 2' });
    await expectAccessible(page);
    const progress = await writeDown(page, '.job');
    await page.getByRole('button', { name: 'Search', exact: true }).click();

    const answer = page.getByRole('heading', { level: 2, name: /more students would have .* instead of/ });
    await answer.waitFor();
    expect((await progress()).join(' ')).to.match(/Working out ways|Comparing choices|Waiting/);
    await page.getByText('Proven: no other choice does better.').waitFor();
    const steps = page.getByRole('table', { name: 'What each site brings' }).locator('tbody tr');
    expect(await steps.count()).to.be.within(2, 5);
    await page.getByRole('button', { name: /^2: .*, new$/ }).waitFor();
    await page.getByRole('img', { name: /^The best share within reach for each number/ }).waitFor();
    await page.locator('summary', { hasText: 'The best for each number of sites' }).click();
    await page.getByText(/^Proven for each number/).waitFor();
    await page.locator('.leaflet-interactive').first().waitFor({ state: 'attached' });
    await screenshot(page, 'where-next');
    await expectAccessible(page);

    await page.emulateMedia({ media: 'print' });
    await page.getByText(/^Where Counseling should go next: up to 2 new sites in schools/).waitFor();
    expect(await page.getByRole('button', { name: /^Leave out/ }).count(), 'buttons on paper').to.equal(0);
    await screenshot(page, 'where-next-print');
    await page.emulateMedia({ media: 'screen' });

    await page.getByRole('button', { name: 'Save as a scenario, and try it out' }).click();
    await page.getByRole('heading', { level: 1, name: 'Where next: Counseling' }).waitFor();
    // An answer that arrives while one types does not take away what was typed.
    const late = await holdAnswers(page, '**/api/v1/siting-runs');
    await page.goBack();
    await answer.waitFor();
    const room = page.getByLabel('Room in each new site');
    await room.fill('40');
    await late.arrive();
    expect(await room.inputValue()).to.equal('40');
    await room.blur();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await page
      .getByText(/would take \d+ of 40$/)
      .first()
      .waitFor();
    await page.getByText(/services? did not tell\. We take it/).waitFor();
    await page.getByText('within reach, but not enough room').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'where-next-room');
    await page.getByLabel('We look for').selectOption({ label: 'the shortest way for who is farthest' });
    expect(await room.isDisabled()).to.equal(true);
    await page.getByText(/^Works only if we look for most people/).waitFor();
    await page.goBack();
    await page.goBack();
    await answer.waitFor();

    const [first, kept] = await steps.getByRole('link').allInnerTexts();
    await steps
      .nth(2)
      .getByRole('button', { name: `Keep ${kept}: it must be in` })
      .click();
    await page.getByRole('button', { name: `${kept} need not be in` }).waitFor();
    await page.goBack();
    await steps
      .nth(1)
      .getByRole('button', { name: `Leave out ${first}` })
      .click();
    await page.getByRole('button', { name: `Allow ${first} again` }).waitFor();
    await page.getByText('Money, and places that must be in').click();
    await page.getByLabel('Money for all new sites').fill('10');
    await page.getByLabel('A site in a school costs').fill('11');
    await page.getByText('Fill in the amounts that are missing above. Then you can search.').waitFor();
    await page.getByLabel('A site in another place costs').fill('10');
    await page.getByLabel('A site in another place costs').blur();
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await answer.waitFor();
    await page.getByText('In all, this costs 10 of 10.').waitFor();
    await expectAccessible(page);
    await screenshot(page, 'where-next-budget');
    expect(await steps.getByRole('link').allInnerTexts())
      .to.have.length(1)
      .and.not.include(first);
  });

  story(
    'is read by the public on a phone, in Spanish and in the dark',
    { viewport: PHONE, locale: 'es-US', colorScheme: 'dark' },
    async (page) => {
      await page.goto('/where-next');
      await page.getByRole('heading', { level: 2, name: /estudiantes más: .* en vez de/ }).waitFor();
      await page.getByText('Demostrado: ninguna otra elección es mejor.').waitFor();
      await page.locator('.leaflet-interactive').first().waitFor({ state: 'attached' });
      await expectNoSidewaysScrolling(page);
      await expectAccessible(page);
      await screenshot(page, 'where-next-phone');
      await page.getByLabel('Sitios nuevos', { exact: true }).selectOption({ label: 'hasta 20' });
      await page.getByRole('link', { name: 'Iniciar sesión' }).last().waitFor();
    },
  );
});

/** Holds what the server answers to an address until it may arrive, and waits until the page has drawn it. */
async function holdAnswers(page: Page, address: string): Promise<{ arrive(): Promise<void> }> {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(address, async (route) => {
    await held;
    await route.continue();
  });
  return {
    arrive: async () => {
      const arrived = page.waitForResponse(address);
      letGo();
      await (await arrived).finished();
      await page.unroute(address);
      await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
    },
  };
}
