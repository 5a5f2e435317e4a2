import { pagesOf } from '../../domain/site/ledger.ts';
import { didYouMean, nearest } from '../../schema/nearest.ts';
import type { KnownLedger } from '../../store/load-lists.ts';
import type { KnownFacts } from '../known-facts.ts';
import { atField, WHOLE_FILE } from '../rule.ts';
import type { Finding, LintContext, Rule } from '../rule.ts';
import type { LintEntry } from '../lint-entry.ts';

/** Reports published numbers and addresses that would lead nowhere: both are in other people's lessons, files and links. */
export const publishedAddress: Rule = {
  id: 'published-address',
  severity: 'error',
  isOfPublished: true,
  docs: '发表过的编号和网址（见 ledger.yaml）不能消失：撤下的条目改成“退出”，改了文件名的在 redirects 里写明转到哪里。',
  *check(context) {
    const { ledger } = context.known;
    if (!ledger) return;
    const now = addressesNow(context.known);
    yield* lostEntries(ledger, now, context.known);
    yield* lostPages(ledger, now, context.known.lists);
    yield* wrongRedirects(ledger, now, context.known);
    yield* takenAddresses(ledger, context);
  },
  examples: {
    ok: [
      { file: 'terms/clearing.mdx', fields: { status: '退出', retired: { date: '2026-11-22', reason: '并入另一条。' } } },
      { renamedTo: 'practices/not-published-yet.mdx' },
      { file: 'ledger.yaml', replace: ['redirects: []', 'redirects: [{ from: /practices/old/, to: SJ-001, why: 改名。 }]'] },
    ],
    notOk: [
      { file: 'courses/tolerance.mdx', fields: { status: '草稿' } },
      { file: 'courses/tolerance.mdx', fields: { id: 'KC-77' } },
      { file: 'practices/second.mdx', renamedTo: 'practices/second-place.mdx' },
      { file: 'ledger.yaml', replace: ['id: SJ-002', 'id: SJ-098'] },
      { file: 'policies/opinion.mdx', replace: ['anchor: part-4', 'anchor: part-9'] },
      { file: 'ledger.yaml', replace: ['- /regions/zhejiang/', '- /regions/zhejang/'] },
      { file: 'ledger.yaml', replace: ['redirects: []', 'redirects: [{ from: /practices/old/, to: SJ-098, why: 改名。 }]'] },
      { file: 'ledger.yaml', replace: ['redirects: []', 'redirects: [{ from: /practices/second/, to: SJ-001, why: 改名。 }]'] },
    ],
  },
};

function* lostEntries(
  { file, data, redirected }: KnownLedger,
  now: Map<string, string | undefined>,
  known: KnownFacts,
): Generator<Finding> {
  for (const [index, { id, at, anchors = [] }] of data.entries.entries()) {
    // A number used twice is reported as such; the entry at the address is the one that was published.
    const holders = known.byId.get(id) ?? [];
    const entry = holders.find((holder) => addressOf(holder) === at) ?? holders[0];
    if (!entry) {
      // Whoever stands at the address now is told of the change of number there.
      if (known.unreadIds.has(id) || known.draftIds.has(id) || now.has(at)) continue;
      const message = `编号“${id}”（${at}）发表过，现在没有这个条目。请恢复它的文件；要撤下，就把 status 改成“退出”，不删文件。`;
      yield { file: file.path, at: file.yaml?.valueAt(['entries', index]), message };
      continue;
    }
    if (entry.isDraft)
      yield atField(entry, ['status'], `“${id}”发表过，不能改回草稿，否则它的网址会失效。要撤下，就改成“退出”并填 retired。`);
    else if (addressOf(entry) !== at && !redirected.has(at))
      yield {
        file: entry.file.path,
        at: WHOLE_FILE,
        message: `“${id}”发表时的网址是 ${at}，文件名改了以后旧网址会失效。请改回原来的文件名，或在 ledger.yaml 的 redirects 里写一行 { from: ${at}, to: ${id}, why: 原因 }。`,
      };
    const lost = entry.record ? anchors.filter((anchor) => !known.anchors.get(id)?.includes(anchor)) : [];
    if (lost.length > 0) {
      const message = `条款锚点“${lost.join('、')}”发表过，现在没有了，指向它的链接会失效。请恢复这个 anchor。`;
      yield { file: entry.file.path, at: entry.file.yaml?.keyAt(['clauses']) ?? WHOLE_FILE, message };
    }
  }
}

function* lostPages(
  { file, data, redirected }: KnownLedger,
  now: Map<string, string | undefined>,
  lists: KnownFacts['lists'],
): Generator<Finding> {
  // What cannot be read is reported already.
  if (!lists.regions || !lists['measure-fields'] || !lists['mechanism-families']) return;
  for (const [index, page] of data.pages.entries()) {
    if (now.has(page) || redirected.has(page)) continue;
    const near = nearest(page, now.keys());
    const message = `网址“${page}”发表过，现在没有这个页面。请恢复词表里的这一项，或在 redirects 里写明转到哪里。${didYouMean(near)}`;
    yield { file: file.path, at: file.yaml?.valueAt(['pages', index]), message };
  }
}

function* wrongRedirects({ file, data }: KnownLedger, now: Map<string, string | undefined>, known: KnownFacts): Generator<Finding> {
  const seen = new Set<string>();
  for (const [index, { from, to }] of data.redirects.entries()) {
    const say = (field: string, message: string) => ({ file: file.path, at: file.yaml?.valueAt(['redirects', index, field]), message });
    if (now.has(from)) yield say('from', `网址“${from}”现在有页面，不能又转到别处。请删去这一行。`);
    if (seen.has(from)) yield say('from', `网址“${from}”的去向写了两次。请只留一行。`);
    seen.add(from);
    const target = known.byId.get(to)?.[0];
    if (!now.has(to) && (!target || target.isDraft) && !known.unreadIds.has(to))
      yield say('to', `旧网址“${from}”要转到“${to}”，那里没有页面。请写现有的编号或网址。`);
  }
}

/** An address goes with its number for good: whatever is written there next is another entry. */
function* takenAddresses({ data }: KnownLedger, { entries }: LintContext): Generator<Finding> {
  const ids = new Map(data.entries.map(({ id, at }) => [at, id]));
  for (const entry of entries) {
    const id = ids.get(addressOf(entry));
    if (id === undefined || id === entry.id || entry.id === '') continue;
    yield atField(
      entry,
      ['id'],
      `网址 ${addressOf(entry)} 发表时的编号是“${id}”，现在写的是“${entry.id}”。请改回原来的编号；新的条目请另建文件。`,
    );
  }
}

function addressOf({ collection, file }: LintEntry): string {
  return `/${collection}/${file.name}/`;
}

/** Every address of the site as the files now are, with the number of its entry. */
function addressesNow(known: KnownFacts): Map<string, string | undefined> {
  const entries = [...known.byId.values()].flat().filter(({ isDraft }) => !isDraft);
  const unread = known.files.filter(({ folder, extension }) => folder !== '' && extension === '.mdx');
  return new Map([
    ...pagesOf(known.lists).map((page) => [page, undefined] as const),
    ...unread.map(({ folder, name }) => [`/${folder}/${name}/`, undefined] as const),
    ...entries.map((entry) => [addressOf(entry), entry.id] as const),
  ]);
}
