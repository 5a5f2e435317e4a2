/** A place in a file, both counted from 1. */
export interface Position {
  line: number;
  column: number;
}
