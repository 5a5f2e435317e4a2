/**
 * Small conveniences on every page, none of which a reader needs to read: the size of the text, a key for search, printing, the page's whole address.
 *
 * State: `localStorage["text-size"]` is `large`, `medium` or `small`; anything else, or a browser that refuses storage, means medium.
 * It concerns this browser only and never expires.
 */
const SIZES = new Map([
  ['large', '大'],
  ['medium', '中'],
  ['small', '小'],
]);
const KEY = 'text-size';

function readSize(): string {
  try {
    const stored = localStorage.getItem(KEY) ?? '';
    return SIZES.has(stored) ? stored : 'medium';
  } catch {
    return 'medium';
  }
}

function applySize(size: string): void {
  document.documentElement.dataset['textSize'] = size;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-size]')) {
    button.setAttribute('aria-pressed', String(button.dataset['size'] === size));
  }
}

function storeSize(size: string): void {
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // A browser that refuses storage still shows the size on this page.
  }
}

const sizes = document.createElement('div');
sizes.className = 'text-size';
sizes.setAttribute('role', 'group');
sizes.setAttribute('aria-label', '字号');
sizes.append('字号');
for (const [size, name] of SIZES) {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['size'] = size;
  button.textContent = name;
  button.addEventListener('click', () => {
    applySize(size);
    storeSize(size);
  });
  sizes.append(button);
}
document.querySelector('.site-footer')?.prepend(sizes);
applySize(readSize());

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}

// A site that was built without knowing where it will stand has paths; whoever reads it knows the whole address.
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-own-address]')) link.textContent = link.href;

// Not a single character: someone who speaks to the computer would set it off with a word (WCAG 2.1.4).
document.addEventListener('keydown', (event) => {
  if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
  const input = [...document.querySelectorAll<HTMLInputElement>('input[name="q"]')].filter((one) => one.offsetParent).pop();
  if (!input) return;
  event.preventDefault();
  input.focus();
  input.select();
});
