/** Fetches what search needs on any page when it is wanted: suggestions when a search field is used, marks when the address asks for them. */

for (const input of document.querySelectorAll<HTMLInputElement>('search-suggest input')) {
  input.addEventListener('focus', () => void import('./search-suggest.ts'), { once: true });
  if (input === document.activeElement) void import('./search-suggest.ts');
}

if (/[?&]hl=/u.test(location.search)) void import('./landing-marks.ts');
