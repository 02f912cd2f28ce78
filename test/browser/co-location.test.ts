import { expect } from 'chai';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const HUB = 'Old High School Community Hub';

describeInBrowser('Who plans what comes under one roof', () => {
  const { story } = demoStories();

  story('sees who shares a place, when they are there together, and opens it', {}, async (page) => {
    await page.goto('/co-location');
    const cards = page.locator('.site-card');
    await cards.first().waitFor();
    expect(await cards.count()).to.equal(30);
    await page.getByRole('button', { name: `Show ${HUB} on the map` }).press('Enter');
    await page.waitForURL(/at=/);
    await page.locator('.pin-selected').waitFor();
    const hub = cards.first();
    await hub.getByRole('link', { name: 'Open Door Counseling' }).waitFor();
    await hub.getByText('At most 8 of 13 are there at once:').waitFor();
    await hub.getByText('Tuesdays 3:30–4 pm').waitFor();
    await screenshot(page, 'co-location');
    await expectAccessible(page);

    await hub.getByRole('link', { name: 'Everything there' }).click();
    await page.getByRole('heading', { level: 1, name: HUB }).waitFor();
    await page.getByRole('heading', { name: 'What students nearby need and do not find' }).waitFor();
    await page.getByText('Nobody gives this within 15 minutes by car:').waitFor();
    await page.getByText('The same hour by hour').click();
    await page.locator('.strip-words dd', { hasText: '3:30–4 pm · 8 there' }).waitFor();
    await expectAccessible(page);
  });

  story('sees what families use together though it is far apart, and why', {}, async (page) => {
    await page.goto('/co-location');
    await page.getByRole('button', { name: 'Used together, far apart' }).click();
    await page.locator('path.map-flow').first().waitFor({ state: 'attached' });
    const pair = page.locator('.co-located-list li.card').first();
    await pair.getByText('Why together?').click();
    await pair.getByText(/^After: /).waitFor();
    await pair.getByRole('button').press('Enter');
    await page.locator('path.map-flow-active').waitFor({ state: 'attached' });
    await expectAccessible(page);
  });

  const phone = { viewport: PHONE, colorScheme: 'dark', locale: 'es-US' } as const;
  story('ranks schools as hosts with reasons, on a phone, in Spanish', phone, async (page) => {
    await page.goto('/co-location?show=hosts');
    await page.getByRole('heading', { name: 'Escuelas que podrían recibir' }).waitFor();
    const hosts = page.locator('.co-located-list li.card');
    expect(await hosts.locator('h3').allInnerTexts())
      .to.have.length(5)
      .and.include('1. Riverbend School');
    await hosts
      .first()
      .getByText(/^\d+ de \d+ ayudas que se necesitan cerca$/)
      .waitFor();
    await page.getByText('Falta cerca').first().waitFor();
    await page.getByLabel('Se va').selectOption('walk');
    await page.waitForURL(/mode=walk/);
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    await screenshot(page, 'co-location-phone');
  });
});
