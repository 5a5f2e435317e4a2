/** Where our references differ from what the public styles print, and why. What none of these explains is a fault. */
import { formatDate } from '../../src/domain/reference/reference.ts';
import type { Work } from '../../src/domain/reference/work.ts';

export interface Difference {
  id: string;
  why: string;
  /** Our reference with this one thing as the style has it; unchanged where the two do not differ in it. */
  asTheirs: (ours: string, theirs: string, work: Work) => string;
}

export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'day',
    why: '没有网址的文件和报道，公开样式一律只写年；本库写到知道的月、日，公文和报纸靠它分辨。',
    asTheirs: (ours, _, { kind, url, date = '' }) =>
      !url && kind !== 'report' && /^\d{4}-/u.test(date) ? swapLast(ours, date, date.slice(0, 4)) : ours,
  },
  {
    id: 'estimate',
    why: '估计的日期按两版都有的规定写在方括号里，知道到月的写到月；公开样式有的不写方括号，有的只写年。',
    asTheirs: (ours, theirs, { date = '' }) =>
      date.startsWith('约') ? swapLast(ours, formatDate(date), ESTIMATE.exec(behindTitle(theirs))?.[0] ?? '') : ours,
  },
  {
    id: 'no-year',
    why: '只知道月日、年份未载的，公开样式写不出来；本库在方括号里说明年份未载。',
    asTheirs: (ours, _, { date = '' }) => (date.endsWith('（年份未载）') ? swapLast(ours, ` ${formatDate(date)}.`, '') : ours),
  },
  {
    id: 'et-al',
    why: '西文责任者超过三位，标准写 et al.；公开样式只用一种语言，写成“等”。',
    asTheirs: (ours, theirs) => (theirs.includes('等.') ? ours.replace('et al.', '等.') : ours),
  },
  {
    id: 'capitals',
    why: '2015 版的样式把责任者里的西文字母全部大写；本库照来源写，机构名称不改大小写。',
    asTheirs: (ours, theirs) => {
      const end = theirs.indexOf('. ');
      return end > 0 && ours.slice(0, end).toUpperCase() === theirs.slice(0, end) ? theirs.slice(0, end) + ours.slice(end) : ours;
    },
  },
];

/** The differences that together set our reference apart from theirs, none when they are one; `undefined` when they do not explain it. */
export function explain(ours: string, theirs: string, work: Work): string[] | undefined {
  let text = ours;
  const reasons: string[] = [];
  for (const { id, asTheirs } of DIFFERENCES) {
    if (text === theirs) break;
    const next = asTheirs(text, theirs, work);
    if (next !== text) reasons.push(id);
    text = next;
  }
  return text === theirs ? reasons : undefined;
}

/** An estimated date as the styles print it: `2023`, `[2023]`, `2022—[2023]`, `[2022/2023]`. */
const ESTIMATE = /\[?\d{4}(?:-\d\d)?(?:[—/]\[?\d{4}(?:-\d\d)?)?\]?/u;

/** What stands behind the title and its code. */
function behindTitle(reference: string): string {
  return reference.replace(/^.*?\[[A-Z]+(?:\/OL)?\]\. /u, '');
}

function swapLast(text: string, what: string, by: string): string {
  const at = text.lastIndexOf(what);
  return at < 0 ? text : text.slice(0, at) + by + text.slice(at + what.length);
}
