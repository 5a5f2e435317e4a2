/** What is copied from an entry says where it is from: number, title, permanent address down to the paragraph's place. The numbers of notes mean nothing elsewhere and are left out (of plain text, by the style sheet). Short copies, of a name or a number, stay as they are. */
const SHORTEST = 30;

document.addEventListener('copy', (event) => {
  const entry = document.querySelector<HTMLElement>('[data-source-name]');
  const selection = document.getSelection();
  const text = selection?.toString() ?? '';
  if (!entry || !selection?.rangeCount || !event.clipboardData || text.length < SHORTEST || !entry.contains(selection.anchorNode)) return;
  const { entry: id = '', sourceName = '', sourcePath = '/' } = entry.dataset;
  const title = document.querySelector('h1')?.textContent ?? '';
  const source = `——${sourceName}，${id}《${title}》，${new URL(sourcePath + placeOf(entry, selection.getRangeAt(0)), location.href).href}`;
  const copy = document.createElement('div');
  const line = document.createElement('p');
  line.textContent = source;
  const copied = selection.getRangeAt(0).cloneContents();
  for (const notes of copied.querySelectorAll('.cites, .opened-note')) notes.remove();
  copy.append(copied, line);
  event.clipboardData.setData('text/plain', `${text}\n\n${source}`);
  event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(copy));
  event.preventDefault();
});

/** `#facts`: the last permanent anchor of the entry at or before the beginning of a range; empty above the first. */
function placeOf(entry: HTMLElement, range: Range): string {
  const anchors = [...entry.querySelectorAll('h2[id], h3[id], section[id], dl > div[id]')];
  const before = anchors.filter((anchor) => range.comparePoint(anchor, 0) < 0 || anchor.contains(range.startContainer));
  const id = before[before.length - 1]?.id;
  return id ? `#${id}` : '';
}

// A module without exports: it is fetched for what it does.
export {};
