/** Lines that go and lines that come. */
import type { DiffLine } from '../protocol.ts';
import { make } from './dom.ts';

const SIGNS = { same: ' ', old: '－', new: '＋', gap: '⋯' } as const;
const WORDS = { same: '', old: '删去：', new: '写入：', gap: '' } as const;

export function diffView(lines: readonly DiffLine[]): HTMLElement {
  if (lines.length === 0) return make('p', {}, '和文件里一样，没有改动。');
  return make(
    'ol',
    { class: 'diff', tabindex: '0', 'aria-label': '改动，逐行' },
    ...lines.map(({ kind, text, line }) =>
      make(
        'li',
        { class: `diff-${kind}` },
        make('span', { class: 'diff-number' }, line === undefined ? '' : String(line)),
        make('span', { class: 'diff-sign', 'aria-hidden': 'true' }, SIGNS[kind]),
        make('span', { class: 'diff-text' }, WORDS[kind] !== '' && make('span', { class: 'unseen' }, WORDS[kind]), text),
      ),
    ),
  );
}
