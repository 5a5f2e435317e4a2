/** Choosing a citation by reading: the paragraphs of the source documents, the articles of the policies, the public sources, the unit's own documents. */
import { formatLocator, parseLocator } from '../../domain/entry/locator.ts';
import { isPublicSource, ownPlace } from '../../schema/number.ts';
import type { DeskSources } from '../protocol.ts';
import { button, fill, freshId, make, openDialog } from './dom.ts';

type Tab = '来源文献' | '政策法规' | '公开资料' | '本单位文件';
const TABS: readonly Tab[] = ['来源文献', '政策法规', '公开资料', '本单位文件'];
const MOST_SHOWN = 60;

/** A place that can be cited, drawn when it is shown. */
type Place = () => HTMLElement;

type Document = DeskSources['documents'][number];
type Paragraph = Document['paragraphs'][number];

/** Opens the dialog; `chosen` gets the citation. `near` is one that is there already: the dialog begins where it leads. */
export function pickCite(sources: DeskSources, near: string | undefined, chosen: (cite: string) => void): void {
  const search = make('input', {
    type: 'search',
    'aria-label': '在出处里查找',
    placeholder: '查找段落大意、条款、标题、编号',
    autocomplete: 'off',
  });
  const places = make('div', { class: 'cite-places' });
  const status = make('p', { class: 'hint', role: 'status' });
  const locator = near === undefined ? undefined : parseLocator(near);
  let tab = tabOf(near);
  let document = locator?.source ?? sources.documents[0]?.id ?? '';
  const choose = (cite: string) => {
    close();
    chosen(cite);
  };

  const tabs = make('div', { class: 'tabs', role: 'group', 'aria-label': '出处的种类' });
  const draw = () => {
    const words = search.value.trim().toLowerCase().split(/\s+/u).filter(Boolean);
    const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
    const isSearching = words.length > 0;
    const found: Record<Tab, readonly Place[]> = {
      来源文献: paragraphs(has, isSearching),
      政策法规: policies(has),
      公开资料: publicSources(has),
      本单位文件: ownDocuments(has),
    };
    // Whoever searches need not know of which kind it is.
    fill(
      tabs,
      ...TABS.map((name) =>
        button(
          isSearching ? `${name} ${found[name].length}` : name,
          () => {
            tab = name;
            draw();
          },
          { 'aria-pressed': String(name === tab) },
        ),
      ),
    );
    const here = found[tab];
    fill(places, ...(tab === '来源文献' && !isSearching ? [documentChoice()] : []), ...here.slice(0, MOST_SHOWN).map((place) => place()));
    fill(status, countOf(here.length), elsewhere(found, tab));
  };

  const documentChoice = () => {
    const id = freshId();
    const select = make(
      'select',
      { id },
      ...sources.documents.map(({ id: value, name, title }) => make('option', { value }, `${name}（${value}）${title}`)),
    );
    select.value = document;
    select.addEventListener('change', () => {
      document = select.value;
      draw();
    });
    return make('p', {}, make('label', { for: id }, '文献：'), select);
  };

  // Nor in which document.
  const paragraphs = (has: (text: string) => boolean, isSearching: boolean): Place[] =>
    sources.documents
      .filter((source) => isSearching || source.id === document)
      .flatMap((source) =>
        source.paragraphs
          .filter(({ n, heading, gist }) => has(`第${n}段 ${heading} ${gist}`))
          .map((paragraph) => () => sentencesOf(source, paragraph, isSearching)),
      );

  const sentencesOf = ({ id, name }: Document, { n, heading, gist, sentences: count }: Paragraph, isNamed: boolean) => {
    let first: number | undefined;
    const take = make('div', { class: 'sentences', role: 'group', 'aria-label': `第${n}段的句子` });
    const numbers = Array.from({ length: count }, (_, index) => index + 1);
    const use = (from: number, to: number) => {
      choose(formatLocator({ source: id, paragraph: n, first: Math.min(from, to), last: Math.max(from, to) }));
    };
    const drawSentences = () => {
      const start = first;
      if (start === undefined) {
        fill(
          take,
          '用第几句：',
          ...numbers.map((sentence) =>
            button(String(sentence), () => {
              if (count === 1) {
                use(1, 1);
                return;
              }
              first = sentence;
              drawSentences();
            }),
          ),
        );
        return;
      }
      fill(
        take,
        button(`只用第 ${start} 句`, () => use(start, start), { class: 'primary' }),
        ...(start < count
          ? [
              '　到第几句：',
              ...numbers.filter((sentence) => sentence > start).map((sentence) => button(String(sentence), () => use(start, sentence))),
            ]
          : []),
        button('重选', () => {
          first = undefined;
          drawSentences();
        }),
      );
    };
    drawSentences();
    const isNear = locator?.source === id && locator.paragraph === n;
    return make(
      'section',
      { class: `cite-place${isNear ? ' near' : ''}` },
      make('h3', {}, `${isNamed ? name : ''}第${n}段　${heading}`),
      make('p', {}, gist),
      count > 0 && take,
    );
  };

  /** A whole text, and its articles or pages one below the other. */
  const inParts = (id: string, heading: string, facts: string, parts: readonly { at: string; name: string; gist: string }[]) =>
    make(
      'section',
      { class: 'cite-place' },
      make('h3', {}, heading),
      facts !== '' && make('p', {}, facts),
      make(
        'p',
        {},
        button('引整份文件', () => choose(id)),
      ),
      ...parts.map(({ at, name, gist }) =>
        make(
          'p',
          {},
          button(name, () => choose(`${id}#${at}`)),
          ` ${gist}`,
        ),
      ),
    );

  const policies = (has: (text: string) => boolean): Place[] =>
    sources.policies
      .filter(({ id, title, clauses }) => has(`${id} ${title} ${clauses.map(({ no, gist }) => no + gist).join(' ')}`))
      .map(({ id, title, clauses }) => () => {
        const parts = clauses.map(({ anchor, no, gist }) => ({ at: anchor, name: no, gist }));
        return inParts(id, `${title}（${id}）`, '', parts);
      });

  const ownDocuments = (has: (text: string) => boolean): Place[] =>
    sources.ownDocuments
      .filter(({ id, title, facts, parts }) => has(`${id} ${title} ${facts} ${parts.map(({ name, gist }) => name + gist).join(' ')}`))
      .map(
        ({ id, title, facts, isInternal, parts }) =>
          () =>
            inParts(id, `${title}（${id}）`, `${facts}${isInternal ? '。内部：引用它的条目也只能是内部的' : ''}`, parts),
      );

  const publicSources = (has: (text: string) => boolean): Place[] =>
    sources.publicSources
      .filter(({ id, title, publisher, date }) => has(`${id} ${title} ${publisher} ${date}`))
      .map(
        ({ id, title, publisher, date, seen }) =>
          () =>
            make(
              'section',
              { class: 'cite-place' },
              make('h3', {}, title),
              make('p', {}, `${publisher}，${date}；看到：${seen}（${id}）`),
              make(
                'p',
                {},
                button('引这一篇', () => choose(id)),
              ),
            ),
      );

  const { dialog, close } = openDialog('选出处', tabs, make('p', {}, search), status, unregistered(), places);
  dialog.classList.add('cite-dialog');
  search.addEventListener('input', draw);
  draw();
  search.focus();
  const nearest = places.querySelector('.near');
  if (nearest) nearest.scrollIntoView({ block: 'center' });
}

/** A source must be in a list before it can be cited. */
function unregistered(): HTMLElement {
  const link = (list: string, name: string) => make('a', { href: `#/lists/${list}` }, name);
  return make(
    'p',
    { class: 'hint' },
    '没有找到要引的？先登记，再回来选（没有保存的改动会留着）：',
    link('public-sources', '公开资料'),
    '、',
    link('own-documents', '本单位文件'),
    '。',
  );
}

function countOf(found: number): string {
  return found > MOST_SHOWN ? `共 ${found} 处，先列 ${MOST_SHOWN} 处；请再输入几个字。` : `${found} 处`;
}

/** Where the words stand that nothing of the chosen kind has. */
function elsewhere(found: Record<Tab, readonly Place[]>, tab: Tab): string {
  const others = TABS.filter((name) => found[name].length > 0);
  if (found[tab].length > 0 || others.length === 0) return '';
  return `。${others.map((name) => `${name}里有 ${found[name].length} 处`).join('，')}：请点上面的种类。`;
}

/** Where the dialog begins: at the kind of the citation that is there already. */
function tabOf(near: string | undefined): Tab {
  if (near === undefined || parseLocator(near)) return '来源文献';
  if (isPublicSource(near)) return '公开资料';
  return ownPlace(near) ? '本单位文件' : '政策法规';
}
