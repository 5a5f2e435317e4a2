import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles, checkLibrary } from '../../src/lint/check-content.ts';
import { contextOf } from '../../src/lint/gather-context.ts';
import type { KnownFacts } from '../../src/lint/known-facts.ts';
import type { Example } from '../../src/lint/rule.ts';
import { rules } from '../../src/lint/rules.ts';
import type { Library } from '../../src/store/library.ts';
import { libraryWith, soundContent, storeTexts } from '../support/example-content.ts';

const TODAY = '2026-11-22';
const found = (library: Library) => checkLibrary(library, TODAY).issues.map(({ rule, message }) => ({ rule, message }));
/** What a check finds that has found the sound content sound before. */
const foundBeside = (library: Library) =>
  checkLibrary(library, TODAY, {
    has: ({ path, source }) => soundContent.get(path.replace('content/', '')) === source,
    save: () => undefined,
  }).issues.map(({ rule, message }) => ({ rule, message }));
const named = (examples: Example[]) => examples.map((example) => [JSON.stringify(example), example] as const);

test('sound content gives no finding', () => {
  expect(checkFiles(storeTexts(soundContent), TODAY).issues).toEqual([]);
});

test('every rule file is in the list of rules under its own id', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/lint/rules')).map((file) => file.replace('.ts', ''));
  expect(rules.map((rule) => rule.id)).toEqual(files.sort());
});

test.each(rules.filter(({ isAlone }) => isAlone).map((rule) => [rule.id, rule] as const))('%s asks nothing of other files', (_, rule) => {
  const known = new Proxy({} as KnownFacts, {
    get: (_, fact) => {
      throw new Error(`asked for ${String(fact)}`);
    },
  });
  for (const example of [...rule.examples.ok, ...rule.examples.notOk])
    expect(() => [...rule.check({ ...contextOf(libraryWith(example), TODAY), known })]).not.toThrow();
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { docs, examples }) => {
  test('says in one sentence what it asks of authors', () => {
    expect(docs).toMatch(/^[^。]+。$/u);
  });

  test.each(named(examples.ok))('accepts %s', (_, example) => {
    expect(found(libraryWith(example))).toEqual([]);
  });

  if (examples.notOk.length === 0) return;
  test.each(named(examples.notOk))('reports %s', (_, example) => {
    const library = libraryWith(example);
    const issues = found(library);
    expect(foundBeside(library)).toEqual(issues);
    expect(issues.map((issue) => issue.rule)).toContain(id);
    expect(new Set(issues.map((issue) => issue.rule)), JSON.stringify(issues)).toEqual(new Set([id]));
    for (const { message } of issues) {
      expect(message).toMatch(/[。？]$/u);
      expect(message.replace('<!--', '')).not.toMatch(/[!！您你]|expected|Invalid|received|undefined|null|NaN|\[object/u);
    }
  });
});
