/** The field above a tree of places: what is typed leaves the places that are meant, what they lie in, and what lies in them. */
import type { Divisions } from '../../domain/region/divisions.ts';
import { isPlaceTyped } from '../../domain/region/region-branches.ts';

/**
 * Makes the field work on the tree below `list`, whose items carry `data-place` (name) and `data-sound`; gives what must be called when they change.
 * For a place that is not there what it lies in is shown, by `divisions`.
 */
export function findPlaces(
  field: HTMLInputElement,
  list: HTMLElement,
  status: HTMLElement | null,
  divisions: () => Promise<Divisions>,
): () => void {
  const say = (text: string) => status?.replaceChildren(text);
  const show = () => {
    const typed = field.value.trim();
    const count = showPlaces(list, typed === '' ? undefined : (place) => isPlaceTyped(place, typed));
    say(typed === '' ? '' : count === 0 ? '没有这样的地区' : `${count} 处`);
    if (count === 0 && /\p{Script=Han}{2}/u.test(typed)) void showAbove(typed).catch(() => undefined);
  };
  const showAbove = async (typed: string) => {
    const [known, { placeAbove }, { placeName }] = await Promise.all([
      divisions(),
      import('../words/place-above.ts'),
      import('../words/places.ts'),
    ]);
    const names = new Set([...list.querySelectorAll<HTMLElement>('[data-place]')].map(({ dataset }) => dataset['place'] ?? ''));
    const above = placeAbove(typed, known, (name) => names.has(name) || names.has(placeName(name)))?.above ?? [];
    if (above.length === 0 || field.value.trim() !== typed) return;
    showPlaces(list, ({ name }) => above.some((place) => name === place || name === placeName(place)));
    say(`这里没有，所属的${above.join('、')}在下面`);
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

/** Hides what is not meant, opens what holds it, and tells how many places are meant; without words everything is as it was. */
function showPlaces(list: HTMLElement, isMeant: ((place: { name: string; sound: string }) => boolean) | undefined): number {
  const items = [...list.querySelectorAll<HTMLElement>('[data-place]')];
  const meant = new Set(
    isMeant ? items.filter(({ dataset }) => isMeant({ name: dataset['place'] ?? '', sound: dataset['sound'] ?? '' })) : [],
  );
  for (const item of items) {
    const holds = [...item.querySelectorAll<HTMLElement>('[data-place]')].some((inner) => meant.has(inner));
    item.hidden = isMeant !== undefined && !holds && !isWithin(item, meant);
    const within = item.querySelector('details');
    if (within) within.open = isMeant ? holds : within.querySelector('input:checked') !== null;
  }
  return meant.size;
}

function isWithin(item: HTMLElement, meant: ReadonlySet<HTMLElement>): boolean {
  for (let at: HTMLElement | null | undefined = item; at; at = at.parentElement?.closest<HTMLElement>('[data-place]')) {
    if (meant.has(at)) return true;
  }
  return false;
}
