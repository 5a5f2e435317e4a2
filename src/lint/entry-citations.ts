/** Every citation of an entry as it was written, well formed or not, and where it stands. */
import type { StoredFile } from '../store/read-content.ts';
import type { Position } from '../markdown/position.ts';
import type { BodyFacts } from '../markdown/read-body.ts';
import { lastName } from '../store/loose-data.ts';
import type { FieldText, Path } from '../store/loose-data.ts';

export interface WrittenCitation {
  text: string;
  /** The frontmatter path; `undefined` for one in the body. */
  path: Path | undefined;
  /** Worked out only when asked for: most citations are right, and positions are dear. */
  place: () => Position | undefined;
}

/** Citations in `cite` and `cites` fields at any depth, then in the `at` of `Cite` and `Quote`. */
export function readCitations({ yaml }: StoredFile, texts: FieldText[], { elements }: BodyFacts): WrittenCitation[] {
  const inFields = texts
    .filter(({ path }) => isCitationField(path))
    .map(({ path, text }) => ({
      text,
      path,
      place: () => yaml?.valueAt(path),
    }));
  const inBody = elements
    .filter(({ name }) => name === 'Cite' || name === 'Quote')
    .flatMap(({ attributes, at }) =>
      (attributes.get('at') ?? '')
        .split(/\s+/u)
        .filter(Boolean)
        .map((text) => ({ text, path: undefined, place: () => at })),
    );
  return [...inFields, ...inBody];
}

/** Whether the field at `path` holds citations. */
export function isCitationField(path: Path): boolean {
  const name = lastName(path);
  return name === 'cite' || name === 'cites';
}
