import { expect } from 'chai';
import request from 'supertest';
import { describeInBrowser, expectAccessible, expectNoSidewaysScrolling, PHONE } from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

describeInBrowser('Other software, as an administrator', () => {
  const { story } = demoStories();

  story('gets a key, which opens the directory until it is ended', { as: 'administrator' }, async (page) => {
    await page.goto('/docs');
    await page.getByLabel('Search in routes').fill('make a key, shown');
    await page.getByText('1 found').waitFor();
    expect(await page.getByRole('heading', { level: 3 }).allInnerTexts()).to.deep.equal(['POST /api-keys']);
    await page.getByLabel('Search in routes').fill('');
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await expectNoSidewaysScrolling(page);

    await page.goto('/accounts');
    await page.getByRole('button', { name: 'Make a key' }).click();
    await page.getByRole('button', { name: 'Make the key' }).click();
    await page.getByText('Say which program it is for').waitFor();
    await page.getByLabel('Which program is it for?').fill('211');
    await page.getByRole('button', { name: 'Make the key' }).click();
    const key = await page.getByLabel('The key for 211').inputValue();
    const ask = () =>
      request(new URL(page.url()).origin).get('/api/v1/schools').set('authorization', `Bearer ${key}`);
    await ask().expect(200);
    await expectAccessible(page);
    await expectNoSidewaysScrolling(page);
    await page.getByRole('button', { name: 'End the key for 211' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End the key' }).click();
    await page.getByText('The key for 211 has ended.').waitFor();
    await ask().expect(401);
  });
});
