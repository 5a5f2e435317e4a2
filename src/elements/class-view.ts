/**
 * `?view=class` on a case or a course: what is shown in class, large, without the frame of the site: part A, questions one by one with a timer, part B
 * on a key, a blank board. Fetched for that address only, and from a folder too. Keys: → PageDown Space (a clicker) on, ← PageUp back, B part B,
 * W or . the blank board, T the timer, Esc out. Nothing is kept.
 */
import { besideLate, classSteps, lateStep, nextStep } from '../domain/course/class-steps.ts';
import type { ClassStep } from '../domain/course/class-steps.ts';
import { lessonOfPack, lessonOfPlan } from '../domain/course/course-pack.ts';
import type { Lesson } from '../domain/course/lesson.ts';
import { slidesOf } from '../domain/course/slides.ts';
import type { SlideBody } from '../domain/course/slides.ts';
import { loadCourse, loadEntryData, loadPackItem } from './view/desk-data.ts';
import styles from '../styles/class-view.css?url';

// An imported style sheet would be on every case and course, for the trainers who show it.
document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: styles }));

const article = document.querySelector<HTMLElement>('[data-entry]');
const base = article?.dataset['base'] ?? '/';

class Show {
  readonly #root = document.createElement('div');
  readonly #steps: readonly ClassStep[];
  #at = 0;
  #isOpen = false;
  #isBlank = false;
  #left = 0;
  #clock = 0;

  constructor(steps: readonly ClassStep[]) {
    this.#steps = steps;
    this.#root.className = 'class-view';
    this.#root.tabIndex = -1;
    this.#root.setAttribute('role', 'dialog');
    this.#root.setAttribute('aria-label', '放映');
    for (const part of document.body.children) part.setAttribute('hidden', '');
    document.body.append(this.#root);
    document.documentElement.dataset['view'] = 'class';
    document.addEventListener('keydown', (event) => this.#onKey(event));
    this.#root.addEventListener('click', (event) => this.#onClick(event));
    this.#draw();
    this.#root.focus();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key] ?? KEYS[event.key.toLowerCase()];
    // On a button they press it.
    if (!act || ([' ', 'Enter'].includes(event.key) && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    this.#do(act);
  }

  #onClick({ target, detail }: MouseEvent): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button) {
      const { act = '' } = button.dataset;
      this.#do(act);
      // The bar is drawn anew: whoever pressed it by the keyboard presses the same again.
      if (detail === 0) this.#root.querySelector<HTMLElement>(`[data-act="${act}"]`)?.focus();
      return;
    }
    if (target instanceof Element && !target.closest('.class-bar')) this.#do('next');
  }

  #do(act: string): void {
    if (act === 'leave') return location.assign(location.pathname);
    if (act === 'blank') this.#isBlank = !this.#isBlank;
    if (act === 'time') return this.#toggleTime();
    if (act === 'late') this.#openLate();
    if (act === 'next' || act === 'back') {
      if (this.#isBlank) this.#isBlank = false;
      else this.#go(nextStep(this.#steps, this.#at, act === 'next' ? 1 : -1, this.#isOpen));
    }
    this.#draw();
  }

  /** The first press goes to part B, the next one closes it again and goes on after it. */
  #openLate(): void {
    const late = this.#isOpen ? undefined : lateStep(this.#steps, this.#at);
    this.#isOpen = !this.#isOpen && late !== undefined;
    if (late !== undefined) this.#go(late);
    else if (this.#steps[this.#at]?.slide.isHidden) this.#go(besideLate(this.#steps, this.#at));
  }

  #go(at: number): void {
    if (this.#isOpen && this.#steps[this.#at]?.slide.isHidden && !this.#steps[at]?.slide.isHidden) this.#isOpen = false;
    this.#at = at;
    this.#stopTime();
  }

  #toggleTime(): void {
    if (this.#clock !== 0) return this.#stopTime();
    this.#left = (this.#steps[this.#at]?.minutes || DEFAULT_MINUTES) * 60;
    this.#clock = window.setInterval(() => {
      this.#left -= 1;
      this.#showTime();
    }, 1000);
    this.#showTime();
  }

  #stopTime(): void {
    window.clearInterval(this.#clock);
    this.#clock = 0;
    this.#left = 0;
    this.#showTime();
  }

  #showTime(): void {
    const button = this.#root.querySelector<HTMLElement>('[data-act="time"]');
    if (!button) return;
    const isLate = this.#clock !== 0 && this.#left < 0;
    button.classList.toggle('class-late', isLate);
    const seconds = Math.abs(this.#left);
    const clock = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
    button.textContent =
      this.#clock === 0 ? `计时 ${this.#steps[this.#at]?.minutes || DEFAULT_MINUTES} 分钟（T）` : `${isLate ? '超过 ' : '还有 '}${clock}`;
  }

  #draw(): void {
    const step = this.#steps[this.#at];
    if (!step) return;
    const { slide } = step;
    const page = element('section', 'class-page');
    if (this.#isBlank) page.classList.add('class-board');
    else {
      if (slide.isHidden) page.append(element('p', 'class-mark', '乙部'));
      page.append(element('h1', '', slide.title), ...bodyOf(slide.body), element('p', 'class-source', slide.source));
    }
    const shown = this.#steps.filter(({ slide: { isHidden } }) => !isHidden);
    const place = slide.isHidden ? '乙部' : `${shown.indexOf(step) + 1}／${shown.length}`;
    const bar = element('div', 'class-bar');
    bar.append(
      button('back', '上一页'),
      button('next', '下一页'),
      button('late', this.#isOpen ? '收起乙部（B）' : '乙部（B）'),
      button('blank', this.#isBlank ? '收起白板（W）' : '白板（W）'),
      button('time', ''),
      element('span', 'class-place', place),
      button('leave', '退出（Esc）'),
    );
    this.#root.replaceChildren(page, bar);
    this.#showTime();
    page.scrollTop = 0;
  }
}

const DEFAULT_MINUTES = 5;
const KEYS: Record<string, string> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  Enter: 'next',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  PageUp: 'back',
  b: 'late',
  w: 'blank',
  '.': 'blank',
  t: 'time',
  Escape: 'leave',
};

function bodyOf(body: SlideBody): HTMLElement[] {
  switch (body.kind) {
    case 'lines':
      return body.lines.map((line) => element('p', 'class-line', line));
    case 'axis': {
      const list = element('ol', 'class-axis');
      list.append(
        ...body.marks.map(({ when, what }) => {
          const item = element('li');
          item.append(element('strong', '', when || '（日期未载）'), element('span', '', what));
          return item;
        }),
      );
      return [list];
    }
    case 'table': {
      const table = element('table', body.isBlank ? 'class-table class-empty' : 'class-table');
      const row = (name: 'th' | 'td', cells: readonly string[]) => {
        const line = element('tr');
        line.append(...cells.map((cell) => element(name, '', cell)));
        return line;
      };
      table.append(
        row(
          'th',
          body.columns.map(({ heading }) => heading),
        ),
        ...body.rows.map((cells) => row('td', cells)),
      );
      return [table];
    }
  }
}

function element(name: string, className = '', text = ''): HTMLElement {
  const node = document.createElement(name);
  if (className) node.className = className;
  if (text) node.textContent = text;
  return node;
}

function button(act: string, text: string): HTMLElement {
  const node = element('button', '', text);
  node.setAttribute('type', 'button');
  node.dataset['act'] = act;
  return node;
}

/** The lesson of the page: a course, or a case by itself. */
async function lessonHere(id: string): Promise<Lesson> {
  const root = new URL(base, location.href).href;
  const { course: written, pack } = await loadEntryData(base, id);
  const course = written && (await loadCourse(base, id, root));
  const isFolder = location.protocol === 'file:';
  const place = { address: isFolder ? '' : (location.href.split('?')[0] ?? ''), siteName: article?.dataset['sourceName'] ?? '' };
  const ids = course
    ? course.plan.units.flatMap(({ case: number, sheets }) => [number, ...sheets.map(({ of }) => of)].flatMap((one) => one ?? []))
    : [];
  const wanted = [...new Set(pack ? [id] : ids)];
  const items = new Map(await Promise.all(wanted.map(async (one) => [one, await loadPackItem(base, one, root)] as const)));
  if (course) return lessonOfPlan(course.plan, items, place);
  const single = { title: items.get(id)?.learnerTitle ?? '', note: '', items: [{ id, minutes: 0, note: '' }] };
  const lesson = lessonOfPack(single, items, place);
  // Without cards in anybody's hand the people of a scenario are on the screen.
  return { ...lesson, units: lesson.units.map((unit) => ({ ...unit, sheets: unit.sheets.filter(({ kind }) => kind !== '角色卡') })) };
}

const number = article?.dataset['entry'];
if (number) {
  lessonHere(number).then(
    (lesson) => {
      document.title = lesson.title;
      const steps = classSteps(slidesOf(lesson));
      // The cover of one case says what its first step says.
      return new Show(lesson.units.length === 1 && !lesson.id ? steps.slice(2) : steps);
    },
    (error: unknown) => {
      console.error(error);
      document.querySelector('main')?.prepend(element('p', 'desk-message', '没有读到放映所需的数据，可以刷新再试，或者用幻灯片。'));
    },
  );
}
