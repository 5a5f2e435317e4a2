/** The pages that learners are sent: part A of a case, and in their source nothing else of it. */
import { expect, test } from 'vitest';
import { entryPath } from '../../src/domain/entry/records.ts';
import { isTaught, learnerTitle, outcomeTexts, splitQuestions } from '../../src/domain/case/two-parts.ts';
import { isShortExample, SHORT_EXAMPLE_NOTE } from '../../src/domain/course/carried-minutes.ts';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { contentOf } from '../../src/store/library.ts';
import { readBuiltFile } from '../support/built-site.ts';
import { ownLibrary } from '../support/own-library.ts';

const taught = indexSite(contentOf(await ownLibrary())).entries.filter(isTaught);

test('there is one for every case in two parts', () => {
  expect(taught.length).toBeGreaterThan(100);
  for (const { data } of taught) expect(readBuiltFile(`id/${data.id}/a/index.html`)).toContain(data.teaching.decisionPoint.slice(0, 8));
});

test('none has in its source a sentence of part B, what came of it, the title that tells it, or the address of the whole case', () => {
  const told = taught.flatMap((entry) => {
    const source = readBuiltFile(`id/${entry.data.id}/a/index.html`);
    const own = entry.data.teaching.partA.map(({ text }) => text);
    const title = learnerTitle(entry) === entry.data.title ? [] : [entry.data.title];
    const secrets = [...outcomeTexts(entry), ...title].filter(
      (text) => !own.some((sentence) => sentence.includes(text.replace(/。$/u, ''))),
    );
    return [...secrets.filter((text) => source.includes(text)), ...(source.includes(entryPath(entry)) ? [entryPath(entry)] : [])].map(
      (what) => `${entry.data.id}: ${what}`,
    );
  });
  expect(told).toEqual([]);
});

test('none is found by search', () => {
  for (const { data } of taught) expect(readBuiltFile(`id/${data.id}/a/index.html`)).not.toContain('data-entry=');
});

test('a real case too short for more than five minutes says so for learners and on its own page, and no other does', () => {
  const short = taught.filter(isShortExample).map(({ data }) => data.id);
  const saying = (fileOf: (entry: (typeof taught)[number]) => string) =>
    taught.filter((entry) => readBuiltFile(fileOf(entry)).includes(SHORT_EXAMPLE_NOTE)).map(({ data }) => data.id);
  expect(short.length).toBeGreaterThan(0);
  expect(saying(({ data }) => `id/${data.id}/a/index.html`)).toEqual(short);
  expect(saying((entry) => `${entryPath(entry).slice(1)}index.html`)).toEqual(short);
});

test('no heading of questions stands above none', () => {
  const headed = taught.filter((entry) => /讨论题\s*<span/u.test(readBuiltFile(`${entryPath(entry).slice(1)}index.html`)));
  const asked = taught.filter((entry) => splitQuestions(entry.data.teaching.questions, entry).before.length > 0);
  expect(headed.map(({ data }) => data.id)).toEqual(asked.map(({ data }) => data.id));
});
