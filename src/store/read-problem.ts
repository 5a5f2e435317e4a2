/** What keeps a file from being read, for all who read text. */
import type { Position } from '../markdown/position.ts';

/** Something that keeps a file from being read as it stands; `at` is missing where no place can be named. */
export interface ReadProblem {
  kind: 'bad-yaml' | 'bad-frontmatter' | 'unreadable-file' | 'too-large';
  at: Position | undefined;
  message: string;
}
