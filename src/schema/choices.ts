/** What to say when a value is not one of a closed list: which list, which values, and the one probably meant. */
import { didYouMean, nearest } from './nearest.ts';
import type { VocabularyData, VocabularyName } from './vocabulary.ts';

/** Lists up to this length are shown whole. */
const SHOWN = 16;

interface Choice {
  kind: 'invalid-field' | 'unknown-region' | 'unknown-vocabulary';
  message: string;
}

/** The rule and the sentence for a value outside `allowed`; a controlled list is recognised by its values. */
export function explainChoice(allowed: string[], value: unknown, lists: Partial<VocabularyData>): Choice {
  const word = String(value);
  const name = listOf(allowed, lists);
  if (name === undefined)
    return { kind: 'invalid-field', message: `不在可选的值里。可选：${allowed.join('、')}。${didYouMean(nearest(word, allowed))}` };
  const times = name === 'units' ? unitWithTimes(word, allowed) : undefined;
  if (times) {
    const { sign, unit, factor } = times;
    return {
      kind: 'unknown-vocabulary',
      message: `vocab/units.yaml 里没有这一项：“${sign}”算在数里。单位写“${unit}”，数值（value）写成原数乘以 ${factor}，来源的写法照录（asWritten）。`,
    };
  }
  const words = nearWords(name, lists);
  const meant = words.get(word) ?? words.get(nearest(word, words.keys()) ?? '');
  const file = `vocab/${name}.yaml`;
  const options = allowed.length > SHOWN ? `可选的值见 ${file}。` : `可选：${allowed.join('、')}。`;
  return {
    kind: name === 'regions' ? 'unknown-region' : 'unknown-vocabulary',
    message: `${file} 里没有这一项。${meant ? didYouMean(meant) : options}`,
  };
}

/** The unit behind a word for so many times: 元 of 万元. */
export function unitWithTimes(word: string, units: readonly string[]): { sign: string; unit: string; factor: number } | undefined {
  const times = TIMES.find(([sign]) => word.startsWith(sign) && units.includes(word.slice(sign.length)));
  return times && { sign: times[0], unit: word.slice(times[0].length), factor: times[1] };
}

/** Words for so many times, which are no part of a unit: taken away, the number would be too small. */
const TIMES: [sign: string, factor: number][] = [
  ['亿', 100_000_000],
  ['万', 10_000],
  ['千', 1000],
  ['百', 100],
];

function listOf(allowed: string[], lists: Partial<VocabularyData>): VocabularyName | undefined {
  const key = allowed.join('\n');
  return (Object.keys(lists) as VocabularyName[]).find((name) => lists[name]?.items.map((item) => item.id).join('\n') === key);
}

/** Every word an author may have had in mind (id, name, short name), and the id it stands for. */
function nearWords(name: VocabularyName, lists: Partial<VocabularyData>): Map<string, string> {
  const words = new Map<string, string>();
  for (const item of lists[name]?.items ?? []) {
    words.set(item.id, item.id);
    if ('name' in item && typeof item.name === 'string' && !item.name.includes('*')) words.set(item.name, item.id);
    if ('short' in item && typeof item.short === 'string' && !item.short.includes('*')) words.set(item.short, item.id);
    if ('code' in item && typeof item.code === 'string') words.set(item.code, item.id);
  }
  return words;
}
