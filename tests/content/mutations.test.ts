/**
 * Real entries, gone wrong in every way that people, programs and disks have: each mutation is reported at its place, or says the same as
 * before. `MUTATIONS` sets how many of each kind are tried (3), `MUTATION_SEED` where the choices begin (1).
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { z } from 'astro/zod';
import { afterAll, describe, expect, test } from 'vitest';
import { today } from '../../src/commands/today.ts';
import { storeFile } from '../../src/store/read-content.ts';
import { readVocabulary } from '../../src/store/vocabulary.ts';
import { checkChange } from '../../src/lint/check-content.ts';
import type { Issue } from '../../src/lint/rule.ts';
import { createSchemas } from '../../src/schema/index.ts';
import { draftOf } from '../support/entry-draft.ts';
import type { EntryDraft } from '../support/entry-draft.ts';
import { jsonSchemaWorld } from '../support/json-schema-world.ts';
import { bodyOperators } from '../support/mutate-bodies.ts';
import { byteOperators } from '../support/mutate-bytes.ts';
import { fieldOperators } from '../support/mutate-fields.ts';
import { valueOperators } from '../support/mutate-values.ts';
import type { Mutation, Operator } from '../support/mutation.ts';
import { ownLibrary } from '../support/own-library.ts';
import { seededRandom } from '../support/seeded-random.ts';

const ROOT = join(import.meta.dirname, '../../content');
const EACH = Number(process.env['MUTATIONS'] ?? 3);
const SEED = Number(process.env['MUTATION_SEED'] ?? 1);
const OPERATORS = [...fieldOperators, ...valueOperators, ...bodyOperators, ...byteOperators];

const library = await ownLibrary();
const places = globSync('*/*.mdx', { cwd: ROOT, exclude: ['pages'] })
  .map((path) => path.replaceAll('\\', '/'))
  .sort();
/** Of what is published or retired: an entry that waits for its review may leave a field empty. */
const drafts = places
  .map((place) => draftOf(place, readFileSync(join(ROOT, place), 'utf8')))
  .filter(({ text }) => !/^status: 草稿$/mu.test(text));
const schemas = createSchemas(readVocabulary(ROOT));
const world = { drafts, ...jsonSchemaWorld((collection) => z.toJSONSchema(schemas[collection as keyof typeof schemas], { io: 'input' })) };

const total = { tried: 0, caught: 0, accepted: 0, missed: 0 };
const rows: string[] = [];

describe('mutations of real entries', () => {
  test.each(OPERATORS.map((operator, index) => [operator.name, operator, index] as const))('%s', (name, operator, index) => {
    const tally = { tried: 0, caught: 0, accepted: 0, missed: 0 };
    const faults: string[] = [];
    for (const { draft, mutation } of mutationsBy(operator, SEED * 1000 + index)) {
      const verdict = judge(draft, mutation);
      tally.tried += 1;
      tally[verdict.outcome] += 1;
      if (verdict.outcome === 'missed') faults.push(`${draft.place}: ${mutation.what}: ${verdict.told}`);
    }
    for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += tally[key];
    rows.push(
      `${String(tally.tried).padStart(5)} ${String(tally.caught).padStart(6)} ${String(tally.accepted).padStart(8)} ${String(tally.missed).padStart(6)}  ${name}`,
    );
    expect(faults).toEqual([]);
    expect(tally.tried).toBeGreaterThan(0);
  });

  afterAll(() => {
    const sum = `${String(total.tried).padStart(5)} ${String(total.caught).padStart(6)} ${String(total.accepted).padStart(8)} ${String(total.missed).padStart(6)}`;
    console.log(`mutations of ${drafts.length} entries, seed ${SEED}\ntried caught accepted missed\n${rows.join('\n')}\n${sum}  in all`);
  });
});

function mutationsBy(operator: Operator, seed: number): { draft: EntryDraft; mutation: Mutation }[] {
  const random = seededRandom(seed);
  const found: { draft: EntryDraft; mutation: Mutation }[] = [];
  // Not every entry has a place for every fault.
  for (let attempt = 0; attempt < EACH * 20 && found.length < EACH; attempt += 1) {
    const draft = random.pick(drafts);
    const mutation = operator.apply(draft, random, world);
    if (mutation) found.push({ draft, mutation });
  }
  return found;
}

interface Verdict {
  outcome: 'caught' | 'accepted' | 'missed';
  told: string;
}

function judge(draft: EntryDraft, mutation: Mutation): Verdict {
  const place = mutation.place ?? draft.place;
  const bytes = typeof mutation.content === 'string' ? new TextEncoder().encode(mutation.content) : mutation.content;
  const issues = checkChange(library, storeFile({ path: `content/${place}`, place, bytes }), today()).filter(
    ({ severity }) => severity === 'error',
  );
  const told = issues
    .map(({ file, at, rule, message }) => `${file}:${at?.line ?? '?'} ${rule} ${message}`)
    .slice(0, 3)
    .join(' | ');
  if (issues.length === 0) return saysTheSame(draft, bytes) ? { outcome: 'accepted', told } : { outcome: 'missed', told: 'accepted' };
  const isTold = (issue: Issue) =>
    issue.file === `content/${place}` && mutation.lines.includes((issue.at?.line ?? 0) - 1) && /\p{Script=Han}/u.test(issue.message);
  return { outcome: issues.some(isTold) ? 'caught' : 'missed', told };
}

/** As the pages' own reader sees it: the same fields, the same text. It shares no code with the check. */
function saysTheSame(draft: EntryDraft, bytes: Uint8Array): boolean {
  const before = parseFrontmatter(draft.text);
  const after = parseFrontmatter(new TextDecoder().decode(bytes));
  const body = (text: string) => text.replaceAll('\r\n', '\n').trim();
  return JSON.stringify(before.frontmatter) === JSON.stringify(after.frontmatter) && body(before.content) === body(after.content);
}
