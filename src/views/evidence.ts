/** What the nightly tests proved, in words for readers; a part that was never run whole has no figure. */
import type { Evidence, EvidencePart } from '../schema/evidence.ts';
import type { TestedBrowser } from '../domain/site/browser-contract.ts';
import type { AccessPoint, Proof } from '../schema/pages.ts';

export const NEVER_RUN = '还没有全面跑过';

/** How far a proof goes: whether anything is known, whether all was well, and the sentence. */
export interface Proved {
  isKnown: boolean;
  isSound: boolean;
  text: string;
}

/** What can be said of every page, by the name that the list of points gives it. */
const PROOFS: Record<Proof, (evidence: Evidence) => Proved> = {
  'axe 逐页': ({ access }) =>
    tell('全部页面由 axe 检查', access, ({ counts }) => ({
      subject: `全部 ${counts.pages} 个页面由 axe 检查`,
      result: counts.axe === 0 ? '没有意见' : `${counts.axe} 处意见`,
      isSound: counts.axe === 0,
    })),
  '320 像素逐页': ({ access }) =>
    tell('全部页面在 320 像素宽下检查', access, ({ counts }) => ({
      subject: `全部 ${counts.pages} 个页面在 320 像素宽下检查`,
      result: counts.wide === 0 ? '没有横向滚动' : `${counts.wide} 个页面横向滚动`,
      isSound: counts.wide === 0,
    })),
  控件名称逐页: ({ access }) =>
    tell('全部页面的控件读出名称', access, ({ counts }) => ({
      subject: `全部 ${counts.pages} 个页面的 ${counts.controls} 个控件读出名称`,
      result: counts.unnamed === 0 ? '都有中文名称' : `${counts.unnamed} 个没有中文名称`,
      isSound: counts.unnamed === 0,
    })),
  'W3C 逐页': ({ judges }) =>
    tell('W3C 检查器看全部页面', judges, ({ counts }) => ({
      subject: `W3C 检查器看过全部 ${counts.pages} 个页面`,
      result: counts.remarks === 0 ? '没有意见' : `${counts.remarks} 条意见`,
      isSound: counts.remarks === 0,
    })),
};

/** A point of access as it stands: what an editor knows, and what the tests proved. A point that only tests can know is 未测 without them. */
export function provedPoint(point: AccessPoint, evidence: Evidence): { state: AccessPoint['state']; basis: string } {
  const proofs = (point.proofs ?? []).map((name) => PROOFS[name](evidence));
  const basis = [...(point.basis === undefined ? [] : [point.basis]), ...proofs.map(({ text }) => text)].join('；');
  const isUnknown = point.basis === undefined && !proofs.some(({ isKnown }) => isKnown);
  const isUnsound = proofs.some(({ isSound }) => !isSound);
  const state = isUnknown ? '未测' : isUnsound && point.state === '符合' ? '部分符合' : point.state;
  return { state, basis };
}

/** What was tried in one browser of the contract, and when. */
export function triedIn({ name, tier, note }: TestedBrowser, { browsers }: Evidence): string {
  const tried = browsers?.browsers.find((one) => one.name === name);
  const known = browsers && tried ? triedSentence(tier, browsers, tried) : NEVER_RUN;
  return note === undefined ? known : `${known}；${note}`;
}

function triedSentence(
  tier: TestedBrowser['tier'],
  part: EvidencePart,
  tried: { version: string; passed: number; failed: number },
): string {
  const day = `${dayOf(part.at)}${tried.version === '' ? '' : `，${tried.version}`}`;
  if (tried.passed === 0) return `${day}：没有试成`;
  const what = `网站版和文件夹版的每一种页面、检索条数${tier === 'C' ? '' : '、筛选、比对、存为 Word'}`;
  const all = tried.passed + tried.failed;
  return `${day}：${what}，试了 ${all} 项，${tried.failed === 0 ? '没有差错' : `${tried.failed} 项有差错`}`;
}

/** The day of a moment in China, `2026年11月28日`. */
export function dayOf(moment: string): string {
  const [year, month, day] = new Date(Date.parse(moment) + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

function tell<Part extends EvidencePart>(
  unproved: string,
  part: Part | undefined,
  read: (part: Part) => { subject: string; result: string; isSound: boolean },
): Proved {
  if (!part) return { isKnown: false, isSound: true, text: `${unproved}：${NEVER_RUN}` };
  const { subject, result, isSound } = read(part);
  return { isKnown: true, isSound, text: `${subject}（${dayOf(part.at)}，${result}）` };
}
