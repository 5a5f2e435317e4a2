/** A place that was asked for and that the library has nothing of: what it lies in, as far as the library has something of that. */
import type { Divisions } from '../../domain/region/divisions.ts';
import { placeName } from './places.ts';

/** The place as it was typed, and the nearest places above it that are known: several where several places are called so. */
export interface PlaceAbove {
  typed: string;
  above: readonly string[];
}

/** A county with its city and province, nearest first; of a city the city with its province. */
type Line = readonly [name: string, ...above: string[]];

/** What is called so somewhere, and is more often said of any town; whoever types nothing else means the place. */
const COMMON = /^(?:[老新]?城|[郊矿]|新市|[海渔]港|港口)区$/u;

/** A name without its rank that is so long is no other word. */
const TELLING = 3;

/** The place that a text names, where `isKnown` knows none of that name but one that it lies in. */
export function placeAbove(text: string, divisions: Divisions, isKnown: (name: string) => boolean): PlaceAbove | undefined {
  const named = linesOf(divisions).flatMap((line) => {
    const typed = typedName(text, line[0]);
    return typed === undefined ? [] : [{ typed, line }];
  });
  const length = Math.max(0, ...named.map(({ typed }) => typed.length));
  const typed = named.find((one) => one.typed.length === length)?.typed;
  const called = named.filter((one) => one.typed === typed).map(({ line }) => line);
  if (typed === undefined || called.some(([name]) => isKnown(name))) return undefined;
  const rest = text.replace(typed, ' ');
  const inText = called.filter(([, ...above]) => above.some((name) => rest.includes(placeName(name))));
  const above = (inText.length > 0 ? inText : called).flatMap(([, ...places]) => places.find(isKnown) ?? []);
  return above.length === 0 ? undefined : { typed, above: [...new Set(above)] };
}

function linesOf(divisions: Divisions): Line[] {
  return Object.entries(divisions).flatMap(([province, cities]) =>
    Object.entries(cities).flatMap(([city, counties]): Line[] => {
      const above = city === '' ? [province] : [city, province];
      const own = counties.split(' ').flatMap((county): Line[] => (county === '' ? [] : [[county, ...above]]));
      return city === '' ? own : [[city, province], ...own];
    }),
  );
}

/** How a text names a place; `undefined` when it does not. */
function typedName(text: string, name: string): string | undefined {
  const short = placeName(name);
  if (text === name || text === short) return text;
  // 恩施州 is what people say for the long name of an autonomous prefecture.
  const forms = [name, short + name.slice(-1), short].filter((form) => form.length >= TELLING && !COMMON.test(form));
  // 西安区域 and 河南县区 name no county.
  return forms.find((form) => text.replace(/[区县][域区]/gu, '').includes(form));
}
