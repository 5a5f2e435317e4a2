/** A case and a course as they are shown in class: `?view=class`, by keyboard as a clicker sends it. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { testByNight } from '../support/by-day.ts';
import { openAgain, openPage, openSite } from '../support/browser.ts';
import type { ServedSite, WatchedPage } from '../support/browser.ts';
import { readBuiltFile, readExportedEntries } from '../support/built-site.ts';

const entry = readExportedEntries().find(({ id }) => id === 'RC-007');
const { pack } = JSON.parse(readBuiltFile('data/entry/RC-007.json')) as {
  pack: { teaching: { partA: { text: string }[]; partB: { text: string }[] } };
};

let site: ServedSite;
let visit: WatchedPage;

beforeAll(async () => {
  site = await openSite();
  visit = await openPage(site);
});

beforeEach(async () => {
  visit = await openAgain(site, visit);
});

afterEach(() => {
  const { complaints, strayRequests } = visit;
  expect([...complaints, ...strayRequests]).toEqual([]);
});
afterAll(() => site.close());

test('shows part A without the frame of the site, part B on a key alone, and a blank board', async () => {
  const { page } = visit;
  await page.goto(site.at(`${entry?.url ?? ''}?view=class`));
  const show = page.locator('.class-view');
  await show.waitFor();
  expect(await page.locator('.site-header').isVisible()).toBe(false);
  const partA = pack.teaching.partA.map(({ text }) => text);
  const partB = pack.teaching.partB.map(({ text }) => text);
  const seen: string[] = [];
  for (let step = 0; step < 30; step += 1) {
    seen.push(await show.locator('.class-page').innerText());
    await page.keyboard.press('PageDown');
  }
  const shown = seen.join('\n');
  for (const text of partA) expect(shown).toContain(text.slice(0, 12));
  for (const text of partB) expect(shown).not.toContain(text);
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('PageUp');
  await page.keyboard.press('b');
  await show.getByText(partB[0]?.slice(0, 12) ?? '').waitFor();
  // Nothing comes after the part B of one case: it is closed to what stood before it.
  await page.keyboard.press('b');
  expect(await show.locator('.class-mark').count()).toBe(0);
  await page.keyboard.press('w');
  expect((await show.locator('.class-page').innerText()).trim()).toBe('');
});

testByNight('goes on and back by its buttons, pressed again and again by the keyboard', async () => {
  const { page } = visit;
  await page.goto(site.at('/courses/tolerance-half-day/?view=class'));
  const place = page.locator('.class-place');
  await place.getByText('1／').waitFor();
  await page.getByRole('button', { name: '下一页' }).focus();
  for (const at of [2, 3, 4]) {
    await page.keyboard.press('Enter');
    expect(await place.textContent()).toMatch(new RegExp(`^${at}／`, 'u'));
  }
  await page.getByRole('button', { name: '上一页' }).focus();
  for (const at of [3, 2]) {
    await page.keyboard.press('Space');
    expect(await place.textContent()).toMatch(new RegExp(`^${at}／`, 'u'));
  }
});

testByNight('asks a course’s questions one by one with a timer, and leaves again', async () => {
  const { page } = visit;
  await page.goto(site.at('/courses/tolerance-half-day/?view=class'));
  const show = page.locator('.class-view');
  await show.waitFor();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight');
  const lines = show.locator('.class-line');
  expect(await lines.count()).toBe(1);
  // What has the focus is pressed by Enter as by the space bar.
  await show.getByRole('button', { name: /白板/u }).focus();
  await page.keyboard.press('Enter');
  await show.locator('.class-board').waitFor();
  await page.keyboard.press('w');
  await page.keyboard.press('t');
  await show.getByText(/还有 4:5\d/u).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('h1').waitFor();
  await show.waitFor({ state: 'detached' });
});
