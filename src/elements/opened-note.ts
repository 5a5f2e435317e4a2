/** A note beside its mark: in which work, where exactly, whether it is in force, the publisher's own page. Again, or Esc, closes it. */
import { loadEntryFile } from './view/desk-data.ts';
import styles from '../styles/opened-note.css?url';

const CLOSE = '收起';
const ORIGINAL = '看原文 ↗';

// An imported style sheet would be on every entry page, for the readers who open a note.
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));

const opened = new Map<HTMLAnchorElement, HTMLElement>();

/** Opens the note of a mark, or closes it when it is open. */
export function toggleNote(mark: HTMLAnchorElement): void {
  const known = opened.get(mark);
  if (known) {
    known.remove();
    opened.delete(mark);
  } else {
    open(mark);
  }
  mark.setAttribute('aria-expanded', String(!known));
}

function open(mark: HTMLAnchorElement): void {
  const note = document.querySelector(mark.hash);
  const item = note?.closest('li');
  const work = item?.querySelector('[data-note-work]');
  if (!note || !work) return;
  const box = Object.assign(document.createElement('span'), { className: 'opened-note' });
  box.setAttribute('role', 'note');
  box.setAttribute('data-search-ignore', '');
  const close = Object.assign(document.createElement('button'), { type: 'button', textContent: CLOSE });
  const end = () => {
    toggleNote(mark);
    mark.focus();
  };
  close.addEventListener('click', end);
  box.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') end();
  });
  // The note of a whole work is the line itself.
  const told = [...work.childNodes, ...(note === item ? [] : [document.createTextNode(' '), ...note.childNodes])];
  box.append(...told.map((node) => node.cloneNode(true)), close);
  box.querySelector('.note-back')?.remove();
  void originalOf(work.querySelector('a')?.textContent ?? '').then((link) => link && close.before(link));
  // After the marks of the sentence, and after what was opened from them before.
  let before: Element | null = mark.closest('.cites');
  while (before?.nextElementSibling?.className === 'opened-note') before = before.nextElementSibling;
  before?.after(box);
  opened.set(mark, box);
}

/** The publisher's own page of a work by its title, where the library knows one: the list has no room for addresses. */
async function originalOf(title: string): Promise<HTMLAnchorElement | undefined> {
  const { record, base = '/' } = document.querySelector<HTMLElement>('[data-record]')?.dataset ?? {};
  if (record === undefined) return undefined;
  try {
    const { works } = await loadEntryFile(base, record);
    const url = works.find((work) => work.title === title)?.url ?? '';
    if (!/^https?:/u.test(url)) return undefined;
    return Object.assign(document.createElement('a'), { className: 'note-original', href: url, rel: 'noreferrer', textContent: ORIGINAL });
  } catch {
    // Without the data the note says what the list says.
    return undefined;
  }
}
