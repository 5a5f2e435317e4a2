/** What is copied from an entry says where it is from: number, title, permanent address. Short copies, of a name or a number, stay as they are. */
const SHORTEST = 30;

document.addEventListener('copy', (event) => {
  const entry = document.querySelector<HTMLElement>('[data-source-name]');
  const selection = document.getSelection();
  const text = selection?.toString() ?? '';
  if (!entry || !selection?.rangeCount || !event.clipboardData || text.length < SHORTEST || !entry.contains(selection.anchorNode)) return;
  const { entry: id = '', sourceName = '', sourcePath = '/' } = entry.dataset;
  const title = document.querySelector('h1')?.textContent ?? '';
  const source = `——${sourceName}，${id}《${title}》，${new URL(sourcePath, location.href).href}`;
  const copy = document.createElement('div');
  const line = document.createElement('p');
  line.textContent = source;
  copy.append(selection.getRangeAt(0).cloneContents(), line);
  event.clipboardData.setData('text/plain', `${text}\n\n${source}`);
  event.clipboardData.setData('text/html', new XMLSerializer().serializeToString(copy));
  event.preventDefault();
});

// A module without exports: it is fetched for what it does.
export {};
