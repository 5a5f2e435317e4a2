/** The field above a tree of places: what is typed leaves the places that are meant, what they lie in, and what lies in them. */
import { isPlaceTyped } from '../../domain/region/region-branches.ts';

/** Makes the field work on the tree below `list`, whose items carry `data-place` (name) and `data-sound`; gives what must be called when they change. */
export function findPlaces(field: HTMLInputElement, list: HTMLElement, status: HTMLElement | null): () => void {
  const show = () => {
    const count = showPlaces(list, field.value);
    if (status) status.textContent = field.value.trim() === '' ? '' : count === 0 ? '没有这样的地区' : `${count} 处`;
  };
  const find = (event: Event) => {
    // While pinyin is being composed the field holds letters that nobody is looking for.
    if (!(event instanceof InputEvent && event.isComposing)) show();
  };
  field.addEventListener('input', find);
  field.addEventListener('compositionend', find);
  // Enter would send the form that the field stands in.
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) event.preventDefault();
  });
  return () => {
    if (field.value.trim() !== '') show();
  };
}

/** Hides what was not meant, opens what holds it, and tells how many places were meant; without words everything is as it was. */
function showPlaces(list: HTMLElement, typed: string): number {
  const items = [...list.querySelectorAll<HTMLElement>('[data-place]')];
  const isAny = typed.trim() === '';
  const meant = new Set(
    isAny ? [] : items.filter(({ dataset }) => isPlaceTyped({ name: dataset['place'] ?? '', sound: dataset['sound'] ?? '' }, typed)),
  );
  for (const item of items) {
    const holds = [...item.querySelectorAll<HTMLElement>('[data-place]')].some((inner) => meant.has(inner));
    item.hidden = !isAny && !holds && !isWithin(item, meant);
    const within = item.querySelector('details');
    if (within) within.open = isAny ? within.querySelector('input:checked') !== null : holds;
  }
  return meant.size;
}

function isWithin(item: HTMLElement, meant: ReadonlySet<HTMLElement>): boolean {
  for (let at: HTMLElement | null | undefined = item; at; at = at.parentElement?.closest<HTMLElement>('[data-place]')) {
    if (meant.has(at)) return true;
  }
  return false;
}
