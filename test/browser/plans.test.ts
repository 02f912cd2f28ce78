import { expect } from 'chai';
import type { Page } from 'playwright-core';
import {
  describeInBrowser,
  expectAccessible,
  expectNoSidewaysScrolling,
  PHONE,
  screenshot,
} from '../support/browser.ts';
import { demoStories } from './demo-stories.ts';

const ROWS = '.plan-table tbody tr[data-index]';

describeInBrowser('A district’s plan', () => {
  const { story, api } = demoStories();

  /** The plan that was made first; stories go on from one another, as a district's days do. */
  let planned = '';

  story('is made by its leader, with its proof', { as: 'district-leader' }, async (page) => {
    await page.goto('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('link', { name: 'Placement plans' }).click();
    await page.getByRole('heading', { name: 'No plan yet' }).waitFor();
    await expectAccessible(page);
    await page.getByLabel('Name of the plan').fill('Autumn places');
    await page.getByLabel('Fair between').selectOption({ label: 'School' });
    await page.getByText('smallest gap between schools').waitFor();
    await page.getByRole('button', { name: 'Make the plan' }).click();

    await page.getByRole('heading', { level: 1, name: 'Autumn places' }).waitFor();
    planned = new URL(page.url()).pathname;
    const sum = await page.getByRole('heading', { level: 2, name: 'needs have a place' }).innerText();
    const [placed = 0, needs = 0] = figuresOf(sum);
    expect(placed, 'the demo has more needs than places').to.be.within(100, needs - 100);
    await page.getByText('Nothing better is possible (checked).').waitFor();
    await page.getByText('How do we know?').click();
    await page.getByText('This plan reaches the ceiling').waitFor();
    await page.locator(ROWS).first().waitFor();
    await page
      .getByRole('status')
      .filter({ hasText: `${needs.toLocaleString('en-US')} needs shown` })
      .waitFor();
    await screenshot(page, 'plan');
    await expectAccessible(page);
  });

  story(
    'is changed by keyboard: refused with a reason, accepted, undone',
    { as: 'district-leader' },
    async (page) => {
      await page.goto(`${planned}?state=proposed`);
      await page.locator(ROWS).first().focus();
      await page.keyboard.press('Space');
      const refused = await numberOf(page, 0);
      await page.getByRole('button', { name: 'Refuse…' }).click();
      const dialog = page.getByRole('dialog', { name: 'Refuse the place for 1 need' });
      await dialog.getByRole('button', { name: 'Refuse it' }).click();
      await dialog.getByText('Choose a reason.').waitFor();
      await dialog.getByLabel('Note').fill('They have a tutor already.');
      await dialog.getByLabel('Why?').selectOption({ label: 'The family does not want it' });
      await expectAccessible(page);
      await dialog.getByRole('button', { name: 'Refuse it' }).click();
      await said(page, '1 need refused.');

      await page.locator(ROWS).first().focus();
      await page.keyboard.press('Shift+ArrowDown');
      await page.keyboard.press('Shift+ArrowDown');
      await page.getByText('3 needs chosen').waitFor();
      await page.getByRole('button', { name: 'Accept', exact: true }).click();
      await said(page, '3 needs accepted.');
      expect(await isOnRow(page), 'the focus is back in the table').to.equal(true);
      await page.getByRole('button', { name: 'Undo: 3 accepted' }).click();
      await said(page, 'Undone.');
      await page.getByRole('button', { name: 'Undo: 1 refused' }).waitFor();

      await page.goto(`${planned}?state=refused`);
      await page.locator(ROWS).getByText('The family does not want it').waitFor();
      expect(await numberOf(page, 0), 'a reload keeps it').to.equal(refused);
    },
  );

  story(
    'keeps two students together, and is planned anew and compared',
    { as: 'district-leader' },
    async (page) => {
      await page.goto(`${planned}?state=proposed`);
      const [first, other] = await twoStudents(page);
      for (const index of [0, other]) await page.locator(`${ROWS}[data-index="${index}"] input`).click();
      await page.getByRole('button', { name: 'Keep together' }).click();
      await said(page, 'Kept together from the next planning on.');
      await page.locator(ROWS).getByText(`with ${first}`).waitFor();

      await page.getByRole('button', { name: 'Plan the rest anew' }).click();
      await page.getByRole('link', { name: 'Compare with it' }).click();
      await page.getByRole('heading', { level: 1, name: 'Compare plans' }).waitFor();
      await page.getByRole('heading', { name: 'What differs' }).waitFor();
      await screenshot(page, 'plans-compared');
      await expectAccessible(page);
      await page.getByRole('link', { name: 'Go on with this plan' }).last().click();
      await page.getByText('Goes on from another plan.').waitFor();

      await page.getByRole('button', { name: /^Accept the whole plan/ }).click();
      await page
        .getByRole('status')
        .filter({ hasText: /needs accepted/ })
        .waitFor();
      await page.goto('/plans');
      await page.getByRole('heading', { name: 'Compare two plans' }).waitFor();
      expect(await page.getByRole('table', { name: 'Plans so far' }).locator('tbody tr').count()).to.equal(2);
      await expectAccessible(page);
    },
  );

  story('shows who goes where, table and map as one', { as: 'district-leader' }, async (page) => {
    await page.goto(`${planned}?view=map`);
    await page.locator('path.map-flow').first().waitFor({ state: 'attached' });
    const flow = page.locator('.flow-table tbody tr[data-index="0"]');
    const needs = Number(await flow.locator('.cell-needs').innerText());
    await flow.getByRole('button').click();
    await page.locator('path.map-flow-active').waitFor({ state: 'attached' });
    await screenshot(page, 'plan-map');
    await expectAccessible(page);
    await page.getByRole('button', { name: `Show its ${needs} needs` }).click();
    await page
      .getByRole('status')
      .filter({ hasText: new RegExp(`^${needs} of `) })
      .waitFor();
    expect(await page.getByRole('grid').getAttribute('aria-rowcount')).to.equal(String(needs + 1));

    await page.getByRole('button', { name: 'Fairness' }).click();
    await page.getByText('The largest gap is').waitFor();
    await expectAccessible(page);
  });

  story(
    'scrolls through thousands of rows, with few of them in the page',
    { as: 'district-leader' },
    async (page) => {
      await page.goto(planned);
      await page.locator(ROWS).first().focus();
      const seen = await scrollThrough(page);
      expect(seen.total).to.be.greaterThan(4000);
      expect(seen.astray, 'each row is found where it should lie').to.deep.equal([]);
      expect(seen.most, 'rows in the page at once').to.be.below(40);
      expect(await isOnRow(page), 'the row with the focus keeps it').to.equal(true);
      await page.keyboard.press('End');
      const last = `${ROWS}[aria-rowindex="${seen.total + 1}"]`;
      await page.locator(last).waitFor();
      expect(await page.locator(last).evaluate((row) => row === document.activeElement)).to.equal(true);
      await page.keyboard.press('Home');
      await page.locator(`${ROWS}[aria-rowindex="2"]:focus`).waitFor();
    },
  );

  story(
    'prints every row, school by school, and nothing to press',
    { as: 'district-leader' },
    async (page) => {
      await page.goto(`${planned}?urgency=3`);
      const shown = await page.getByRole('status').filter({ hasText: 'needs shown' }).innerText();
      await page.emulateMedia({ media: 'print' });
      await page.locator('.plan-print section').first().waitFor();
      expect(await page.locator('.plan-print tbody tr').count()).to.equal(figuresOf(shown)[0]);
      await page.getByText('Only: urgent.').waitFor();
      const pressable = page.locator('nav, select, input, button, .button');
      expect(await pressable.filter({ visible: true }).allInnerTexts()).to.deep.equal([]);
    },
  );

  const onPhone = { viewport: PHONE, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
  story(
    'shows a coordinator the own school alone, on a phone, in Spanish',
    { as: 'coordinator', ...onPhone },
    async (page) => {
      const leader = await api('district-leader');
      const { body } = await leader.get('/api/v1/placement-plans').expect(200);
      expect(body.items.length).to.equal(2);
      await page.goto(planned);
      await page.getByText('You see the rows of your schools.').waitFor();
      await page.locator(ROWS).first().waitFor();
      const schools = await page.locator(`${ROWS} .cell-school`).allInnerTexts();
      expect(new Set(schools)).to.deep.equal(new Set(['Cedar Hollow Elementary']));
      await expectNoSidewaysScrolling(page);
      await page.getByRole('button', { name: 'Español' }).click();
      await page.getByText('Usted ve las líneas de sus escuelas.').waitFor();
      await page.locator(`${ROWS} input`).first().click();
      await page.getByText('1 necesidad elegida').waitFor();
      await screenshot(page, 'plan-phone-dark');
      await expectAccessible(page);
      for (const view of ['map', 'fairness']) {
        await page.goto(`${planned}?view=${view}`);
        await page.locator(view === 'map' ? '.flow-table' : '.plan-gap').waitFor();
        await expectNoSidewaysScrolling(page);
      }
    },
  );
});

function figuresOf(text: string): number[] {
  return [...text.matchAll(/[\d,]+/g)].map(([figure]) => Number(figure.replaceAll(',', '')));
}

async function said(page: Page, sentence: string): Promise<void> {
  await page.getByRole('status').filter({ hasText: sentence }).waitFor();
}

function numberOf(page: Page, index: number): Promise<string> {
  return page.locator(`${ROWS}[data-index="${index}"] .cell-number`).innerText();
}

function isOnRow(page: Page): Promise<boolean> {
  return page.evaluate(() => document.activeElement?.matches('tr[data-index]') ?? false);
}

/** The first row's student, and the first row of somebody else. */
async function twoStudents(page: Page): Promise<[number: string, other: number]> {
  await page.locator(ROWS).first().waitFor();
  const numbers = await page.locator(`${ROWS} .cell-number`).allInnerTexts();
  const [first = ''] = numbers;
  return [first, numbers.findIndex((number) => number !== first)];
}

/** Scrolls to the end in great steps, and notes which row stands in the middle and how many are in the page at once. */
function scrollThrough(page: Page): Promise<{ total: number; astray: string[]; most: number }> {
  return page.evaluate(async () => {
    const frame = document.querySelector<HTMLElement>('.plan-table .windowed')!;
    frame.scrollIntoView({ block: 'start' });
    const head = frame.querySelector('thead')!.clientHeight;
    const rowHeight = Number.parseInt(frame.style.getPropertyValue('--row-height'), 10);
    const total = Number(frame.querySelector('table')?.getAttribute('aria-rowcount')) - 1;
    const box = frame.getBoundingClientRect();
    const astray: string[] = [];
    let most = 0;
    for (let step = 0; step <= 24; step++) {
      frame.scrollTop = (step / 24) * (frame.scrollHeight - frame.clientHeight);
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const middle = 200;
      const there = document.elementFromPoint(box.left + 300, box.top + middle)?.closest('tr');
      const expected = Math.floor((frame.scrollTop + middle - head) / rowHeight);
      if (there?.getAttribute('data-index') !== String(expected))
        astray.push(`${expected}: ${there?.outerHTML}`);
      most = Math.max(most, frame.querySelectorAll('tr[data-index]').length);
    }
    return { total, astray, most };
  });
}
