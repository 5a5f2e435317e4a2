/** The fields on the page by their paths: where a finding is shown, and how to get to a field. */
import type { DeskFinding, FieldPath } from '../protocol.ts';
import { fill, make } from './dom.ts';

interface Shown {
  element: HTMLElement;
  findings: HTMLElement;
}

export class Places {
  readonly #fields = new Map<string, Shown>();
  readonly #openers = new Map<string, { element: HTMLElement; open: () => void; badge: HTMLElement }>();
  #findings: readonly DeskFinding[] = [];

  /** A field that findings are shown beside. */
  field(path: FieldPath, element: HTMLElement, findings: HTMLElement): void {
    this.#fields.set(keyOf(path), { element, findings });
  }

  /** A part that is closed until somebody opens it; its badge counts what is wrong within. */
  closed(path: FieldPath, element: HTMLElement, badge: HTMLElement, open: () => void): void {
    this.#openers.set(keyOf(path), { element, open, badge });
  }

  /** Shows all findings, each at the innermost field that is on the page. */
  show(findings: readonly DeskFinding[]): void {
    this.#findings = findings;
    this.refresh();
  }

  /** Shows them again where fields have come or gone. */
  refresh(): void {
    const lines = new Map<Shown, HTMLElement[]>();
    for (const { badge } of this.#here(this.#openers)) fill(badge);
    for (const finding of this.#findings) {
      if (finding.on !== 'field') continue;
      const place = this.#nearest(finding.path);
      if (place) lines.set(place, [...(lines.get(place) ?? []), findingLine(finding)]);
      for (let length = 1; length <= finding.path.length; length += 1) {
        const closed = this.#openers.get(keyOf(finding.path.slice(0, length)));
        if (closed) fill(closed.badge, String(Number(closed.badge.textContent) + 1));
      }
    }
    for (const shown of this.#here(this.#fields)) showFindings(shown.findings, lines.get(shown) ?? []);
  }

  /** Opens what is closed around a field and goes there. */
  goTo(path: FieldPath): void {
    for (let length = 1; length <= path.length; length += 1) this.#openers.get(keyOf(path.slice(0, length)))?.open();
    const place = this.#nearest(path);
    if (!place) return;
    const section = place.element.closest('details');
    if (section) section.open = true;
    place.element.scrollIntoView({ block: 'center' });
    place.element.querySelector<HTMLElement>('input, textarea, select, button')?.focus({ preventScroll: true });
  }

  #nearest(path: FieldPath): Shown | undefined {
    for (let length = path.length; length > 0; length -= 1) {
      const place = this.#fields.get(keyOf(path.slice(0, length)));
      if (place && place.element.isConnected) return place;
    }
    return undefined;
  }

  #here<T extends { element: HTMLElement }>(all: Map<string, T>): T[] {
    return Array.from(all.values()).filter(({ element }) => element.isConnected);
  }
}

/** Puts findings into their place; those that stand there already are not told again to who hears the page. */
export function showFindings(place: Element, lines: readonly HTMLElement[]): void {
  if (place.textContent !== lines.map(({ textContent }) => textContent).join('')) fill(place, ...lines);
}

/** Whether a draft does not say something yet, which is no mistake. */
export function isGap({ rule }: Pick<DeskFinding, 'rule'>): boolean {
  return rule === 'unfinished-draft';
}

/** A finding in a line: what is wrong and how to mend it, and the rule's name. */
export function findingLine({ isError, message, rule }: DeskFinding): HTMLElement {
  return make(
    'p',
    { class: isError ? 'finding error' : 'finding warning' },
    make('strong', {}, isError ? '要改：' : isGap({ rule }) ? '待写：' : '提醒：'),
    message,
    !isGap({ rule }) && ' ',
    !isGap({ rule }) && make('code', {}, rule),
  );
}

function keyOf(path: FieldPath): string {
  return JSON.stringify(path);
}
