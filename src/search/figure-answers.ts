/** The typed figures of an entry that answer a question for a number. */
import type { EntryFigure } from './engine.ts';
import { parseQuery, unitsOf } from './query.ts';
import { matchText } from './tokens.ts';

const ASKS_FOR_NUMBER = /多少|几[个名人起次条项种天年]|多大|多高|多长|比例|占比|人数|数量|权重|百分|幅度|规模|\d/u;
const MAX_FIGURES = 2;

/** Figures that share most words with a question that asks for a number, best first; none for other queries. */
export function figureAnswers(q: string, figures: readonly EntryFigure[]): EntryFigure[] {
  if (!ASKS_FOR_NUMBER.test(q)) return [];
  const units = unitsOf(parseQuery(q)).map(matchText);
  const scored = figures.map((figure) => {
    const said = matchText([figure.value, figure.what, figure.whose].join('\n'));
    return { figure, score: units.filter((unit) => unit !== '' && said.includes(unit)).length };
  });
  const telling = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return telling.slice(0, MAX_FIGURES).map(({ figure }) => figure);
}
