/** What a suggestion is, in words: by the prefix of an entry's number, or by its kind. */
import { COLLECTIONS } from '../schema/fields.ts';

const byPrefix = Object.values(COLLECTIONS).map(({ prefix, name }) => [prefix.replace('-', ''), name] as const);

export const suggestionKinds: Readonly<Record<string, string>> = { ...Object.fromEntries(byPrefix), region: '地区', word: '检索词' };
