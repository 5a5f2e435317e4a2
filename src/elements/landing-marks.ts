/**
 * Marks on an entry's page what the reader looked for, once, and offers to take the marks away. The words stand in the address
 * (`search/query/landing-address.ts`) and are taken out of it together with the marks; nothing is stored.
 */
import { landingPhrases, withoutLanding } from '../search/query/landing-address.ts';
import { markPhrasesIn } from '../search/view/landing-view.ts';

const phrases = landingPhrases(location.search);
const article = document.querySelector('[data-entry]');

if (article && phrases.length > 0) {
  const marks = markPhrasesIn(article, phrases);
  for (const mark of marks) mark.closest('.fold')?.setAttribute('open', '');
  if (marks.length > 0) showNotice(marks, article);
}

/** Written here and not in every page: few readers come from a search. */
function showNotice(marks: readonly HTMLElement[], before: Element): void {
  const notice = document.createElement('p');
  notice.className = 'landing-notice';
  notice.setAttribute('role', 'status');
  notice.dataset['searchIgnore'] = '';
  const count = document.createElement('span');
  count.className = 'number';
  count.append(String(marks.length));
  const first = buttonOf('到第一处', () => {
    // Part B is closed until somebody wants it.
    for (let part = marks[0]?.closest('details'); part; part = part.parentElement?.closest('details')) part.open = true;
    marks[0]?.scrollIntoView({ block: 'center' });
  });
  const clear = buttonOf('清除标记', () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    before.normalize();
    notice.remove();
    history.replaceState(null, '', withoutLanding(location));
    document.querySelector<HTMLElement>('main')?.focus();
  });
  notice.append(`本页标出了检索词${phrases.map((phrase) => `“${phrase}”`).join('、')}，共 `, count, ' 处。 ', first, ' ', clear);
  before.prepend(notice);
}

function buttonOf(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.append(text);
  button.addEventListener('click', press);
  return button;
}
