/** One entry on the desk: its form, its page beside it, what is wrong, and saving. */
import type {
  Change,
  DeskChoices,
  DeskEntry,
  DeskSources,
  FieldGroup,
  FieldPath,
  FieldValue,
  FormSection,
  Overtaking,
  Saved,
  SavingLook,
} from '../protocol.ts';
import { button, fill, freshId, make } from './dom.ts';
import { formView } from './form-view.ts';
import { findingLine, isGap, Places, showFindings } from './places.ts';
import { askForRemark } from './remark-dialog.ts';
import { askToRename } from './rename-dialog.ts';
import { askToJoin, askToSave } from './save-dialogs.ts';
import { Sender } from './sender.ts';
import { ask, Refused, tell } from './talk.ts';

export interface EntryFrame {
  form: FormSection[];
  choices: DeskChoices;
  sources: DeskSources;
  today: string;
  /** Where messages go that concern the whole page. */
  notice(message: string, isError?: boolean): void;
  leave(): void;
}

type Pane = '表单' | '页面' | '问题';
const PANES: readonly Pane[] = ['表单', '页面', '问题'];
const PREVIEW_PAUSE = 600;
const PULSE = 5000;

/** An entry that is open. */
export class EntryView {
  readonly element = make('div', { class: 'entry-page' });
  #entry: DeskEntry;
  readonly #frame: EntryFrame;
  readonly #sender: Sender;
  #places = new Places();
  #isRaw = false;
  /** Whether what is offered was refused because another window had been faster. */
  #isMissed = false;
  #timer: number | undefined;
  readonly #pulse: number;
  readonly #form = make('div', { class: 'pane pane-form' });
  readonly #page = make('div', { class: 'pane pane-page' });
  readonly #found = make('div', { class: 'pane pane-found' });
  readonly #tabs = make('div', { class: 'tabs pane-tabs', role: 'group', 'aria-label': '看什么' });
  readonly #status = make('span', { class: 'status', role: 'status' });
  readonly #banner = make('div', { class: 'banner', hidden: true });
  readonly #title = make('h1', {});
  readonly #steps = make('span', { class: 'steps' });
  readonly #preview = make('iframe', { title: '这一条的页面', sandbox: 'allow-same-origin' });
  readonly #previewNote = make('p', { class: 'hint', role: 'status' });

  constructor(entry: DeskEntry, frame: EntryFrame) {
    this.#entry = entry;
    this.#frame = frame;
    this.#sender = new Sender(entry.place, entry.revision, {
      taken: (next) => {
        this.#take(next);
      },
      shows: (state) => {
        this.#tellSending(state);
      },
      missed: (next) => {
        this.#isMissed = true;
        this.#renew(next);
      },
      failed: (error) => {
        frame.notice(messageOf(error), true);
        void this.#reload();
      },
    });
    this.#build();
    this.#drawForm();
    this.#take(entry);
    void this.#takeLeft();
    this.#pulse = window.setInterval(() => void this.#beat(), PULSE);
  }

  /** Whether everything typed has reached the desk. */
  get isIdle(): boolean {
    return this.#sender.isIdle;
  }

  /** Sends what is left and stops. */
  async close(): Promise<void> {
    window.clearInterval(this.#pulse);
    window.clearTimeout(this.#timer);
    await this.#sender.settle();
    this.#sender.stop();
  }

  #build(): void {
    this.#preview.addEventListener('load', () => {
      if (!this.#preview.hasAttribute('src')) return;
      // What the browser shows when there was no answer is no page of the desk, and cannot be looked into.
      if (this.#preview.contentDocument === null) {
        this.#preview.removeAttribute('src');
        fill(
          this.#previewNote,
          '页面没有取到。',
          button('再取一次', () => {
            this.#look(0);
          }),
        );
        return;
      }
      if (!this.#isNote) this.#preview.contentWindow?.scrollTo(0, Number(this.#preview.dataset['top'] ?? 0));
      this.#tellPreview();
    });
    fill(this.#page, this.#previewNote, this.#preview);
    fill(
      this.element,
      make(
        'div',
        { class: 'entry-head' },
        make('p', { class: 'crumb' }, make('a', { href: '#/' }, '全部条目')),
        this.#title,
        make(
          'div',
          { class: 'entry-bar' },
          this.#steps,
          this.#status,
          this.#tabs,
          button('看改动，保存', () => void this.#save(), { class: 'primary save' }),
        ),
      ),
      this.#banner,
      make('div', { class: 'panes' }, this.#form, make('div', { class: 'beside' }, this.#page, this.#found)),
    );
    this.#show('表单');
  }

  /** On narrow screens one pane at a time; on wide ones the form stands beside the page or the findings. */
  #show(pane: Pane): void {
    this.element.dataset['pane'] = pane;
    const count = this.#entry.findings.length;
    fill(
      this.#tabs,
      ...PANES.map((name) =>
        button(
          name === '问题' ? `问题（${count}）` : name,
          () => {
            this.#show(name);
          },
          { 'aria-pressed': String(name === pane), class: `tab-${PANES.indexOf(name)}` },
        ),
      ),
    );
    if (pane === '页面') this.#look(0);
  }

  #drawForm(): void {
    const { data, body, text } = this.#entry;
    this.#places = new Places();
    const raw = make('p', { class: 'form-tools' }, this.#switchButton());
    raw.hidden = !data;
    if (!data || this.#isRaw) {
      fill(
        this.#form,
        raw,
        make(
          'p',
          { class: 'hint' },
          data
            ? '整个文件的原样。改这里，和在文本编辑器里改一样。'
            : '字段区有读不懂的地方，不能显示成表单。请照“问题”里说的改好，表单就回来。',
        ),
        this.#areaFor('整个文件', text, (value) => ({ text: value }), 'source'),
      );
      return;
    }
    const notes = new Map(this.#entry.notes.map(({ path, text: words }) => [JSON.stringify(path), words] as const));
    const sections = formView(this.#frame.form, data, {
      ...this.#frame,
      cited: citesIn(data),
      places: this.#places,
      noteAt: (path) => notes.get(JSON.stringify(path)),
      changed: (path, value) => {
        this.#sender.add(value === undefined ? { path } : { path, value });
      },
    });
    const bodyId = freshId();
    const bodyFindings = make('div', { class: 'findings body-findings', role: 'status' });
    const bodySection = make(
      'section',
      { class: 'form-section', 'data-heading': '正文' },
      make('h2', { id: bodyId }, '正文'),
      make('p', { class: 'hint' }, '普通的 Markdown；编者按写在 <EditorNote> 和 </EditorNote> 之间，出处写 <Cite at="S3-¶26#2" />。'),
      this.#areaFor('正文', body, (value) => ({ body: value }), 'body'),
      bodyFindings,
    );
    const place = sections.findIndex((section) => section.dataset['heading'] === '内容') + 1;
    sections.splice(place, 0, bodySection);
    const record = sections.find((section) => section.dataset['heading'] === '状态和记录');
    record?.insertBefore(this.#stateButtons(data), record.children[1] ?? null);
    const jump = make(
      'nav',
      { class: 'jump', 'aria-label': '表单各部分' },
      ...sections.map((section) =>
        button(section.dataset['heading'] ?? '', () => {
          section.scrollIntoView({ block: 'start' });
          section.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
        }),
      ),
    );
    fill(this.#form, raw, jump, ...sections);
  }

  #switchButton(): HTMLElement {
    return button(this.#isRaw ? '回到表单' : '看源文', () => {
      void this.#sender.settle().then(() => {
        this.#isRaw = !this.#isRaw;
        this.#drawForm();
        this.#places.show(this.#entry.findings);
      });
    });
  }

  /** Whether the whole text is to be seen, because it was wished or because its fields cannot be read. */
  get #showsSource(): boolean {
    return this.#isRaw || this.#entry.data === undefined;
  }

  /** The steps that an entry takes: out, and out of use. What is still missing for it, the check says beside the fields. */
  #stateButtons(data: FieldGroup): HTMLElement {
    const { today } = this.#frame;
    const set = (changes: readonly { path: FieldPath; value: FieldValue }[], next: FieldPath) => {
      for (const change of changes) this.#sender.add(change);
      // The button that was pressed is gone: whoever uses the keyboard goes on where something is to be written or seen.
      void this.#sender
        .settle()
        .then(() => this.#reload())
        .then(() => {
          this.#places.goTo(next);
        });
    };
    const publish = () => {
      const days = ['published', 'updated'].map((name) => ({ path: [name], value: today }));
      set([...days, { path: ['status'], value: '发布' }], ['status']);
    };
    const retire = () => {
      set(
        [
          { path: ['status'], value: '退出' },
          { path: ['retired'], value: { date: today, reason: '' } },
          { path: ['updated'], value: today },
        ],
        ['retired', 'reason'],
      );
    };
    const steps = {
      草稿: [
        button('改为发布', publish),
        ' 状态写成“发布”，发布和修改日期写成今天；还缺什么，字段下面会说。新条目还要另一个人在',
        make('a', { href: '#/sign-off' }, '审核发布'),
        '里审过，在那里选中就发布，不用先点这里。　',
        button('写审核意见', () => void this.#remark()),
        ' 审核的人要退回去改的，写在这里再保存，跟着这一条走；改好一条删去一条，删完才能发布，读者看不到。',
      ],
      发布: [
        button('写本地注', () => void this.#beginNote(textOf(data['id']))),
        ' 本单位写在这一条旁边的话，条目不改。　',
        button('退出这一条', retire),
        ' 页面留着，写明已退出；要写为什么、由哪一条替代。',
      ],
    };
    const status = textOf(data['status']);
    return make(
      'div',
      { class: 'hint' },
      (status === '草稿' || status === '发布') && make('p', {}, ...steps[status]),
      this.#entry.collection !== 'notes' &&
        this.#entry.collection !== 'sources' &&
        make(
          'p',
          {},
          button('改网址', () => void this.#rename()),
          ' 网址的最后一段就是文件名；编号不变，发布过的旧网址转到新的。先看会怎样，再改。',
        ),
    );
  }

  async #rename(): Promise<void> {
    await this.#doing(() => {
      const { place } = this.#entry;
      askToRename(place, this.#sender.revision, (entry) => {
        this.#frame.notice(`网址改好了：/${entry.place}/`);
        window.location.hash = `#/${entry.place}`;
      });
      return Promise.resolve();
    });
  }

  async #beginNote(id: string): Promise<void> {
    await this.#doing(async () => {
      const { place } = await tell<DeskEntry>('new', { collection: 'notes', title: id });
      window.location.hash = `#/${place}`;
    });
  }

  #areaFor(label: string, value: string, change: (value: string) => Change, kind: string): HTMLElement {
    const area = make('textarea', {
      class: `area-${kind}`,
      'aria-label': label,
      spellcheck: 'false',
      rows: kind === 'source' ? '30' : '12',
      autocomplete: 'off',
    });
    area.value = value;
    area.addEventListener('input', () => {
      this.#sender.add(change(area.value));
    });
    return area;
  }

  /** The entry as the desk now has it; what is being typed stays as it is. */
  #take(entry: DeskEntry): void {
    this.#entry = entry;
    this.#sender.see(entry);
    fill(this.#title, entryTitle(entry, this.#frame.choices), make('small', {}, textOf(entry.data?.['id'])));
    const step = Array.from(this.#steps.children).indexOf(document.activeElement ?? this.#steps);
    fill(
      this.#steps,
      button('撤销', () => void this.#step('undo'), { disabled: !entry.canUndo }),
      button('重做', () => void this.#step('redo'), { disabled: !entry.canRedo }),
      button('放弃改动', () => void this.#discard(), { disabled: !entry.isChanged, class: 'quiet' }),
    );
    // Whoever has pressed one by the keyboard goes on at the same, or beside it.
    if (step >= 0)
      (
        this.#steps.querySelector<HTMLElement>(`:nth-child(${step + 1}):enabled`) ?? this.#steps.querySelector<HTMLElement>(':enabled')
      )?.focus();
    this.#tellSending('sent');
    this.#tellBanner();
    const tools = this.#form.querySelector<HTMLElement>('.form-tools');
    if (tools) tools.hidden = !entry.data;
    // Nothing is drawn anew under whoever is still typing in it.
    const hasSource = this.#form.querySelector('.area-source') !== null;
    if (hasSource !== this.#showsSource && !this.#sender.isBehind) this.#drawForm();
    this.#places.show(entry.findings);
    this.#drawFindings();
    this.#look(PREVIEW_PAUSE);
  }

  #drawFindings(): void {
    const { findings } = this.#entry;
    const inBody = this.#form.querySelector('.body-findings');
    if (inBody)
      showFindings(
        inBody,
        findings.filter(({ on }) => on === 'body').map((finding) => findingLine(finding)),
      );
    const go = (path: FieldPath) => {
      this.#show('表单');
      this.#places.goTo(path);
    };
    fill(
      this.#found,
      make('h2', {}, '问题'),
      findings.length === 0 && make('p', {}, '没有问题。'),
      ...findings.map((finding) =>
        make(
          'div',
          { class: 'found' },
          findingLine(finding),
          make(
            'p',
            { class: 'hint' },
            finding.line === undefined ? '' : `第 ${finding.line} 行　`,
            finding.on === 'field' && this.#entry.data !== undefined && button('到这一处', () => go(finding.path)),
          ),
        ),
      ),
    );
    const tab = this.#tabs.querySelector('.tab-2');
    if (tab) fill(tab, `问题（${findings.length}）`);
  }

  #tellSending(state: 'waiting' | 'sent' | 'unanswered'): void {
    const { isChanged, findings } = this.#entry;
    const errors = findings.filter(({ isError }) => isError).length;
    const gaps = findings.filter(isGap).length;
    const found = (errors > 0 ? `，${errors} 处要改` : '，没有要改的') + (gaps > 0 ? `，${gaps} 处待写` : '');
    const words = {
      waiting: '正在核对……',
      sent: (isChanged ? '改动已留在编辑台，还没有保存到文件' : '和文件一样') + found,
      unanswered: '编辑台没有回应。改动留在这个浏览器里，一直在重试；请看终端里的编辑台是不是停了',
    };
    // Looked at every few seconds; who hears the page hears it once.
    if (this.#status.textContent !== words[state]) fill(this.#status, words[state]);
    this.#status.classList.toggle('alarm', state === 'unanswered');
  }

  #tellBanner(): void {
    const { takenUpFrom, isJoined, elsewhere, isOvertaken, remarks } = this.#entry;
    const { offered } = this.#sender;
    this.#isMissed &&= offered.length > 0;
    this.#banner.hidden = !takenUpFrom && !isOvertaken && elsewhere.length + offered.length + remarks.length === 0;
    fill(
      this.#banner,
      offered.length > 0 && this.#offer(offered),
      ...elsewhere.map(({ desk, begun }) =>
        make(
          'p',
          {},
          `${desk}也在改这一条，有改动没有保存（${timeText(begun)} 起）。两边各存各的，不会盖掉；那边保存以后，这里会说，可以合在一起。`,
        ),
      ),
      isOvertaken &&
        make(
          'p',
          {},
          '这个文件在打开以后被别人改过。你的改动没有丢。',
          button('看别人改了什么，合在一起', () => void this.#showOvertaking()),
        ),
      takenUpFrom !== undefined &&
        make(
          'p',
          {},
          `接着上次没有保存的改动（${timeText(takenUpFrom)}）。`,
          isJoined && '上次有两个编辑台都改了这一条，已经合在一起；同一处两边写的不一样，留的是后写的，点“撤销”看得到另一个。',
          '不要的话，点“放弃改动”。',
        ),
      ...remarks.map(({ date, by, text }, place) =>
        make(
          'p',
          {},
          `审核意见（${by}，${date}）：`,
          make('q', {}, text),
          button('改好了，删去', () => void this.#doing(() => this.#change({ answered: place }))),
        ),
      ),
    );
  }

  /** What is no field of the form: the whole page shows what has become of it. */
  async #change(change: Change): Promise<void> {
    const { place } = this.#entry;
    this.#renew(await tell<DeskEntry>('change', { place, revision: this.#sender.revision, changes: [change] }));
  }

  async #remark(): Promise<void> {
    await this.#doing(() => {
      askForRemark(async (remark) => {
        await this.#change({ remark });
        this.#banner.scrollIntoView({ block: 'center' });
        this.#frame.notice('审核意见写上了，列在表单上面。点“看改动，保存”，就跟着这一条走。');
      });
      return Promise.resolve();
    });
  }

  /** Draws the page anew, a moment after the last change, where the reader of it was. */
  #look(pause: number): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.#page.offsetParent === null) return;
      const { place, revision } = this.#entry;
      const source = `site/${place}/?revision=${revision}${this.#isNote ? '#local-note' : ''}`;
      if (this.#preview.getAttribute('src') === source) return;
      if (!this.#isFit && this.#preview.hasAttribute('src')) {
        this.#tellPreview();
        return;
      }
      fill(this.#previewNote, '正在准备页面；编辑台刚打开时要等几秒……');
      if (this.#preview.contentDocument) this.#preview.dataset['top'] = String(this.#preview.contentWindow?.scrollY ?? 0);
      this.#preview.setAttribute('src', source);
    }, pause);
  }

  #tellPreview(): void {
    const { isChanged, findings, data } = this.#entry;
    const standIns = findings.some(isGap) ? '（草稿待写的地方，页面上用“未载”或选项代替）' : '';
    const page = data?.['status'] === '草稿' ? '草稿的页面' : '网站上的页面';
    const place = this.#isNote ? '所注条目的页面，注在这里' : page;
    const fit = `${isChanged ? '改动还没有保存，页面会是这样' : place}${standIns}：`;
    fill(this.#previewNote, this.#isFit ? fit : '有字段还没有写对，页面停在上一次能显示的样子：');
  }

  get #isNote(): boolean {
    return this.#entry.collection === 'notes';
  }

  /** A page is drawn only of an entry that fits its schema. */
  get #isFit(): boolean {
    const { data, findings } = this.#entry;
    return data !== undefined && !findings.some(({ rule, isError }) => isError && FIELD_RULES.includes(rule));
  }

  async #step(direction: 'undo' | 'redo'): Promise<void> {
    await this.#doing(async () => {
      const entry = await tell<DeskEntry>(direction, { place: this.#entry.place, revision: this.#sender.revision });
      this.#renew(entry);
    });
  }

  async #discard(): Promise<void> {
    await this.#doing(async () => {
      const entry = await tell<DeskEntry | { isGone: true }>('discard', { place: this.#entry.place, revision: this.#sender.revision });
      if ('isGone' in entry) this.#frame.leave();
      else {
        this.#renew(entry);
        this.#frame.notice('改动放弃了。要找回来，点“撤销”。');
      }
    });
  }

  async #save(): Promise<void> {
    await this.#doing(async () => {
      const look = await ask<SavingLook>(`diff?place=${encodeURIComponent(this.#entry.place)}`);
      askToSave(this.#entry, look, (what) => {
        void this.#doing(async () => {
          const { place } = this.#entry;
          const saved = await tell<Saved>('save', { place, revision: this.#sender.revision, ...(what !== '' && { what }) });
          if (saved.kind === 'overtaken') {
            this.#join(saved.overtaking);
            return;
          }
          this.#renew(saved.entry);
          this.#frame.notice(`保存好了：content/${place}.mdx`);
        });
      });
    });
  }

  async #showOvertaking(): Promise<void> {
    await this.#doing(async () => {
      this.#join(await ask<Overtaking>(`overtaking?place=${encodeURIComponent(this.#entry.place)}`));
    });
  }

  #join(overtaking: Overtaking): void {
    askToJoin(overtaking, (mine) => {
      void this.#doing(async () => {
        // Saving may have found it out, after which the state is a later one.
        const { place } = this.#entry;
        const now = await ask<DeskEntry>(`entry?place=${encodeURIComponent(place)}`);
        this.#renew(await tell<DeskEntry>('join', { place, revision: now.revision, mine }));
        this.#frame.notice('合在一起了。请看一遍，再保存。');
      });
    });
  }

  /** Another state than what is on the page: all of it is drawn anew. */
  #renew(entry: DeskEntry): void {
    const top = this.#form.scrollTop;
    this.#entry = entry;
    this.#drawForm();
    this.#take(entry);
    this.#form.scrollTop = top;
  }

  async #reload(): Promise<void> {
    try {
      this.#renew(await ask<DeskEntry>(`entry?place=${encodeURIComponent(this.#entry.place)}`));
    } catch (error) {
      this.#frame.notice(messageOf(error), true);
    }
  }

  /** What the desk does not have, and what may become of it. */
  #offer(changes: readonly Change[]): HTMLElement {
    return make(
      'p',
      {},
      this.#isMissed
        ? '另一个窗口也在改这一条，这里已经换成它改过的样子。你写的还没有进去：'
        : `有 ${changes.length} 处改动没有送到编辑台：`,
      make('q', {}, changes.map(changeText).join('；')),
      button(this.#isMissed ? '把我写的也放进去' : '补上', () => {
        this.#sender.takeOffered();
        void this.#sender.settle().then(() => this.#reload());
      }),
      button('不要了', () => {
        this.#sender.dropOffered();
        this.#tellBanner();
      }),
    );
  }

  /** Another window may have been closed, or may have broken off, before the desk had what was typed in it. */
  async #takeLeft(): Promise<void> {
    const before = this.#sender.offered;
    await this.#sender.takeLeft();
    if (this.#sender.offered === before) return;
    this.#sender.see(this.#entry);
    this.#tellBanner();
  }

  /** Looks whether another window or another person has changed the entry. */
  async #beat(): Promise<void> {
    const isBusy = () => !this.#sender.isIdle;
    if (isBusy() || document.hidden) return;
    try {
      await this.#takeLeft();
      const entry = await ask<DeskEntry>(`entry?place=${encodeURIComponent(this.#entry.place)}`);
      // What was asked before a change arrived may be answered after it.
      if (isBusy() || entry.revision < this.#sender.revision) return;
      if (entry.revision !== this.#sender.revision) {
        this.#renew(entry);
        this.#frame.notice('这一条在别处改过，已经换成最新的。');
      } else if (JSON.stringify(entry) !== JSON.stringify(this.#entry)) {
        // The file, another desk, or a list by which the entry is judged.
        this.#take(entry);
      }
      this.#tellSending('sent');
    } catch (error) {
      if (error instanceof Refused) this.#frame.notice(error.message, true);
      else this.#tellSending('unanswered');
    }
  }

  async #doing(work: () => Promise<void>): Promise<void> {
    try {
      if (!(await this.#sender.settle())) {
        this.#frame.notice('编辑台没有回应，先别关这一页。', true);
        return;
      }
      await work();
    } catch (error) {
      this.#frame.notice(messageOf(error), true);
      void this.#reload();
    }
  }
}

/** What the entry cites, each once, the most frequent first. */
function citesIn(data: FieldGroup): string[] {
  const counts = new Map<string, number>();
  const walk = (value: FieldValue | undefined, isCite: boolean): void => {
    if (typeof value === 'string') {
      if (isCite) counts.set(value, (counts.get(value) ?? 0) + 1);
    } else if (Array.isArray(value)) {
      for (const item of value as readonly FieldValue[]) walk(item, isCite);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value as FieldGroup)) walk(inner, name === 'cites' || name === 'cite');
    }
  };
  walk(data, false);
  return Array.from(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([cite]) => cite);
}

/** The rules that report fields which do not fit the schema. */
const FIELD_RULES: readonly string[] = [
  'invalid-field',
  'missing-field',
  'unknown-field',
  'bad-date',
  'unknown-region',
  'unknown-vocabulary',
];

function changeText(change: Change): string {
  if ('remark' in change) return `审核意见：${change.remark.text}`;
  if ('answered' in change) return '删去一条审核意见';
  if ('body' in change) return '正文';
  if ('text' in change) return '源文';
  return typeof change.value === 'string' ? change.value : JSON.stringify(change.value ?? '（去掉）');
}

/** A note has no title of its own; it is known by its entry's. */
function entryTitle({ place, collection, data }: DeskEntry, { entries }: DeskChoices): string {
  if (collection !== 'notes') return textOf(data?.['title']) || place;
  const noted = entries.find(({ id }) => id === data?.['id'])?.title;
  return noted === undefined ? '本地注' : `本地注：${noted}`;
}

function timeText(time: string): string {
  return new Date(time).toLocaleString('zh-CN');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
