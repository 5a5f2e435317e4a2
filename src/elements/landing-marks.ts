/**
 * Marks on an entry's page what the reader looked for, once, and offers to take the marks away. The words stand in the address
 * (`search/landing-address.ts`) and are taken out of it together with the marks; nothing is stored.
 */
import { landingPhrases, withoutLanding } from '../search/landing-address.ts';
import { markPhrasesIn } from '../search/view/landing-view.ts';

const phrases = landingPhrases(location.search);
const article = document.querySelector('[data-entry]');
const template = document.querySelector<HTMLTemplateElement>('template[data-landing]');

if (article && template && phrases.length > 0) {
  const marks = markPhrasesIn(article, phrases);
  for (const mark of marks) mark.closest('.fold')?.setAttribute('open', '');
  const notice = template.content.firstElementChild?.cloneNode(true);
  if (notice instanceof HTMLElement && marks.length > 0) showNotice(notice, marks, article);
}

function showNotice(notice: HTMLElement, marks: readonly HTMLElement[], before: Element): void {
  notice.querySelector('[data-part="phrases"]')?.append(phrases.map((phrase) => `“${phrase}”`).join('、'));
  notice.querySelector('[data-part="count"]')?.append(String(marks.length));
  notice.querySelector('[data-part="first"]')?.addEventListener('click', () => marks[0]?.scrollIntoView({ block: 'center' }));
  notice.querySelector('[data-part="clear"]')?.addEventListener('click', () => {
    for (const mark of marks) mark.replaceWith(...mark.childNodes);
    before.normalize();
    notice.remove();
    history.replaceState(null, '', withoutLanding(location));
    document.querySelector<HTMLElement>('main')?.focus();
  });
  before.prepend(notice);
}
