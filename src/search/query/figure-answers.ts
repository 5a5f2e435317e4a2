/** The typed figures of an entry that answer a question for a number. */
import type { EntryFigure } from '../engine/engine.ts';
import { matchText } from '../words/tokens.ts';

const ASKS_FOR_NUMBER = /多少|几[个名人起次条项种天年]|多大|多高|多长|比例|占比|人数|数量|权重|百分|幅度|规模|\d/u;
const MAX_FIGURES = 2;

/** Whether a question asks for a number, or names one. */
export function asksForFigure(text: string): boolean {
  return ASKS_FOR_NUMBER.test(text);
}

/** Figures that share most of the words of a question, best first. */
export function figureAnswers(words: readonly string[], figures: readonly EntryFigure[]): EntryFigure[] {
  const units = words.map(matchText).filter((unit) => unit !== '');
  const scored = figures.map((figure) => {
    const said = matchText([figure.value, figure.what, figure.whose].join('\n'));
    return { figure, score: units.filter((unit) => said.includes(unit)).length };
  });
  const telling = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score);
  return telling.slice(0, MAX_FIGURES).map(({ figure }) => figure);
}
