/** On the page that says that nothing is there: goes on to the entry whose number the address holds in another form, or to the list that has fewer pages now. */
import { meantAddress } from '../domain/site/number-address.ts';

const base = document.querySelector<HTMLElement>('[data-number-base]')?.dataset['numberBase'] ?? '/';
const meant = meantAddress(location.pathname, base);
if (meant) location.replace(meant + location.search + location.hash);
