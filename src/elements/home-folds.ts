/**
 * On a phone the long lists of the home page are folded, so that what is looked for first stands on the first screens. They are written open: who reads
 * without scripts, prints, or has a wide screen, has them all before him.
 */
const narrow = window.matchMedia('(max-width: 40rem)');

function fold(): void {
  for (const list of document.querySelectorAll<HTMLDetailsElement>('.asker-more')) list.open = !narrow.matches;
}

fold();
narrow.addEventListener('change', fold);
