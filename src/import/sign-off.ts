/** Publishing a draft after a second person has looked at it: the same text with its state, its days and who signed. Nothing else is touched. */
import { scalar } from './write-draft.ts';

/** Who wrote, who looked, and when; by post. */
export interface Signature {
  writer: string;
  reviewer: string;
  date: string;
}

/** The text of an entry, published and signed; lines other than those of the state, the days and the signature stay byte for byte. */
export function signedText(text: string, { writer, reviewer, date }: Signature): string {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = text.split(end);
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  const fields = withoutField(lines.slice(0, close), 'signOff');
  const wasDraft = fields.some((line) => /^status:\s*["']?草稿/u.test(line));
  const changed = wasDraft
    ? fields.map((line) => line.replace(/^status:.*$/u, 'status: 发布').replace(/^(published|updated):.*$/u, `$1: "${date}"`))
    : fields;
  const signature = ['signOff:', `  writer: ${scalar(writer)}`, `  reviewer: ${scalar(reviewer)}`, `  date: "${date}"`, '  secrecy: 已做'];
  return [...changed, ...signature, ...lines.slice(close)].join(end);
}

/** The lines without a field of the first level and what is indented below it. */
function withoutField(lines: readonly string[], name: string): string[] {
  const start = lines.findIndex((line) => line.startsWith(`${name}:`));
  if (start < 0) return [...lines];
  let end = start + 1;
  while (end < lines.length && /^\s+\S/u.test(lines[end] ?? '')) end += 1;
  return [...lines.slice(0, start), ...lines.slice(end)];
}
