/**
 * `?part=a`: the page shows and prints part A alone: title for learners, facts, decision, questions. The styles hide the rest (see
 * `styles/two-parts.css`); a static page cannot take it out of its own source, and says so. Fetched only for that address.
 */
const teaching = document.querySelector<HTMLElement>('[data-learner-title]');
const heading = document.querySelector<HTMLElement>('h1');

if (teaching && heading) {
  // The title of a case tells its outcome: learners get another.
  const title = teaching.dataset['learnerTitle'] ?? '';
  heading.textContent = title;
  heading.dataset['partA'] = '';
  document.title = title;
  for (const link of teaching.querySelectorAll('[data-part-link]')) {
    if (link.getAttribute('data-part-link') === 'a') link.setAttribute('aria-current', 'true');
    else link.removeAttribute('aria-current');
  }
}

// A module without exports: it is fetched for what it does.
export {};
