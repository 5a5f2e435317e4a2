/** What a suggestion is, in words: by the collection of an entry, or by its kind. */
import { COLLECTIONS } from '../../schema/number.ts';

const byCollection = Object.entries(COLLECTIONS).map(([collection, { name }]) => [collection, name] as const);

export const suggestionKinds: Readonly<Record<string, string>> = { ...Object.fromEntries(byCollection), region: '地区', word: '检索词' };
