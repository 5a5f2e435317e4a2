/** A check's findings as an author reads them in a terminal. */
import { rulePath } from '../domain/site/rule-pages.ts';
import type { CheckReport } from './check-content.ts';
import { stopsBuild } from './rule.ts';
import type { Issue } from './rule.ts';

/** All findings, each as a place with its rule and an indented sentence, and the page of the site that explains each of these rules; empty when there is none. */
export function formatIssues(issues: readonly Issue[]): string {
  if (issues.length === 0) return '';
  const list = issues.map((issue) => `${formatPlace(issue)}  ${issue.rule}${weightOf(issue)}\n  ${printable(issue.message)}\n`);
  const rules = [...new Set(issues.map(({ rule }) => rule))].sort();
  return `${list.join('')}规则的说明和例子，见网站上各自的一页：\n${rules.map((rule) => `  ${rulePath(rule)}\n`).join('')}`;
}

/** The closing line: how much was checked, how long it took, how many problems there are. */
export function formatSummary({ issues, entryCount, listCount, errorCount }: CheckReport, seconds: number): string {
  const inDrafts = issues.filter(({ isInDraft }) => isInDraft).length;
  const warnings = issues.length - errorCount - inDrafts;
  const found = errorCount > 0 ? `发现 ${errorCount} 个问题` : '没有问题';
  const noted = warnings > 0 ? `，另有 ${warnings} 条提醒` : '';
  const held = inDrafts > 0 ? `；草稿里有 ${inDrafts} 个问题，不挡网站，改好才能发布` : '';
  return `检查了 ${entryCount} 个条目、${listCount} 个词表，用时 ${seconds.toFixed(1)} 秒：${found}${noted}${held}。`;
}

function weightOf(issue: Issue): string {
  if (issue.severity === 'warning') return '（提醒）';
  return stopsBuild(issue) ? '' : '（草稿）';
}

function formatPlace({ file, at }: Issue): string {
  const shown = printable(file);
  return at ? `${shown}:${at.line}:${at.column}` : `${shown}（位置不详）`;
}

/** Messages quote what authors wrote, and names of files are theirs: neither may move the cursor or turn the text round. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '·');
}
