/** The text of a new entry: the next number, today's dates, and every required field, with 未载 where that may be said. */
import { formatNumber } from '../schema/number.ts';
import type { CollectionName } from '../schema/number.ts';
import type { DeskContent } from './desk-content.ts';
import { emptyValue } from './empty-value.ts';
import { formOf } from './form.ts';
import type { FieldGroup, FieldValue } from './protocol.ts';
import type { NewEntry } from './serve-desk.ts';
import { writeField } from './write-yaml.ts';
import type { Manner } from './write-yaml.ts';

const MANNER: Manner = { lineEnd: '\n', quote: '"', inBrackets: true, dash: 2 };

/** Makes new entries for the content as it is at that moment. */
export function newEntryIn(content: DeskContent): NewEntry {
  return async (collection, title) => {
    await content.refresh();
    const id = nextId(content, collection);
    const today = content.today();
    const given: FieldGroup = { id, title, status: '草稿', published: today, updated: today, checked: { date: today, against: '' } };
    const { schemas, loaded } = content.library;
    const fields = formOf(schemas[collection], loaded.lists).flatMap((section) => section.fields);
    const lines = fields.flatMap(({ name, isRequired, control }) => {
      const value: FieldValue | undefined = given[name] ?? (isRequired ? emptyValue(control) : undefined);
      return value === undefined ? [] : [`${writeField(name, value, 0, MANNER)}\n`];
    });
    return { place: `${collection}/${id.toLowerCase()}`, text: `---\n${lines.join('')}---\n` };
  };
}

function nextId({ library }: DeskContent, collection: CollectionName): string {
  const published = library.loaded.ledger?.data.entries.map(({ id }) => id) ?? [];
  const used = new Set([...library.entries.map(({ id }) => id), ...published]);
  let count = 1;
  while (used.has(formatNumber(collection, count))) count += 1;
  return formatNumber(collection, count);
}
