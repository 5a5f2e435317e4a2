/** YAML that is plain data and nothing else, read without positions: for the many files that have nothing to report on. */
import { CORE_SCHEMA, load } from 'js-yaml';
import { MAX_DEPTH } from './text-limits.ts';

/**
 * What only the reader with positions can judge, where a value may begin: anchors, aliases, tags, merge keys, directives, keys that are no names,
 * tabs, days without quotation marks, full-width commas in a list in brackets or of words, Chinese text over several lines, further documents.
 */
const NEEDS_A_LOOK =
  /(?:^|[-:,]\s|[[{])[ ]*(?:[&*!%@`?]|<<|\d{4}-\d{1,2}-\d|[-+]?\.(?:inf|nan)\b|(?:null|~)\s*:)|\[[^\]]*[，；、]|^(?:keywords|aliases|variants):\s*\n(?:\s*- .*\n)*?\s*- .*[，；、]|^[ ]+[\p{Script=Han}“《（]|\t|^(?:---|\.\.\.)|__proto__/imu;
/** Where a value may begin with a number, and that number. */
const NUMBER_LIKE = /(?:^|[-:,]\s|[[{])[ ]*([-+.]?\d[\d.:_a-fox+-]*)(?=\s*(?:$|[,\]}]|\s#))/gimu;
/** A number as everyone writes it, or a month, which is text to every reader. */
const PLAIN_NUMBER = /^(?:(?:0|-?[1-9]\d*)(?:\.\d+)?|\d{4}-\d{2})$/u;

/** The data, the same as the reader with positions gives; `undefined` when the text needs that reader. */
export function readPlainYaml(text: string): unknown {
  if (NEEDS_A_LOOK.test(text) || isDeep(text)) return undefined;
  for (const [, number = ''] of text.matchAll(NUMBER_LIKE)) if (!PLAIN_NUMBER.test(number)) return undefined;
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
}

/** Whether brackets may be nested deeper than authors nest them; signs in quotation marks count too, which costs time and nothing else. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/gu)) {
    depth += sign === '[' || sign === '{' ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
