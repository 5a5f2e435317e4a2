/** What `npm test` says of the nightly tests: what they alone prove, and how old that is. */
import { EVIDENCE_NAMES } from '../../src/schema/evidence.ts';
import type { Evidence } from '../../src/schema/evidence.ts';
import { readEvidence } from '../../src/store/evidence.ts';

/** A few lines for whoever reads the end of `npm test`. */
export function evidenceLines(now: Date, read: () => Evidence = readEvidence): string[] {
  return [
    '以上是每类页面、每条规则各测到的；逐页检查、旧浏览器、外部检查工具、断电、可重复等，由 npm run test:nightly 证明：',
    ...knownLines(now, read).map((line) => `  ${line}`),
  ];
}

/** How long ago a moment is, in words. */
export function ageOf(moment: string, now: Date): string {
  const hours = Math.floor((now.getTime() - Date.parse(moment)) / 3_600_000);
  return hours < 48 ? `${Math.max(0, hours)} 小时前` : `${Math.floor(hours / 24)} 天前`;
}

function knownLines(now: Date, read: () => Evidence): string[] {
  let evidence: Evidence;
  try {
    evidence = read();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  const parts = EVIDENCE_NAMES.flatMap((name) => (evidence[name] ? [{ name, ...evidence[name] }] : []));
  const [oldest] = parts.toSorted((a, b) => a.at.localeCompare(b.at));
  const unproved = EVIDENCE_NAMES.filter((name) => !evidence[name]);
  const failed = parts.filter((part) => part.failed > 0).map(({ name }) => name);
  return [
    ...(oldest ? [`${parts.length} 部分有记录，最早的是 ${oldest.name}，${ageOf(oldest.at, now)}，提交 ${oldest.commit.slice(0, 7)}`] : []),
    ...(unproved.length > 0 ? [`还没有全面跑过的：${unproved.join('、')}`] : []),
    ...(failed.length > 0 ? [`那时没有通过的：${failed.join('、')}`] : []),
  ];
}
