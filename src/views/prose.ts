/** What the site's own prose says of the content: single facts and lists, by the names that its authors use. */
import type { Site } from '../domain/site/site-index.ts';
import type { Evidence } from '../schema/evidence.ts';
import { ACCESS_AIMS } from '../schema/pages.ts';
import type { PageData } from '../schema/pages.ts';
import type { PROSE_FACTS, PROSE_LISTINGS } from '../schema/prose-parts.ts';
import { href, settings } from '../site.ts';
import { TESTED_BROWSERS } from '../domain/site/browser-contract.ts';
import { provedPoint, triedIn } from './evidence.ts';
import { UNKNOWN_MEANING } from './navigation.ts';
import { toLink } from './links.ts';

/** What a page of prose is written about. */
export interface ProseContext {
  site: Site;
  page: PageData;
  /** What the nightly tests proved; only the pages that tell of it have it. */
  evidence: Evidence;
}

type FactName = (typeof PROSE_FACTS)[number];
type ListingName = (typeof PROSE_LISTINGS)[number];

/** `<Fact of="…" />`: a few words. */
export const factTexts: Record<FactName, (context: ProseContext) => string> = {
  站名: () => settings.name,
  页脚: () => settings.footer,
  地区名单截至: ({ site }) => site.vocabulary.regions.asOf,
  问题导航的说明: ({ site }) => site.vocabulary.chains.note ?? '',
  公开资料所见: ({ site }) => {
    const counts = Map.groupBy(site.publicSources.values(), ({ seen }) => seen);
    return (['全文', '摘录', '转引', '仅题名', '通识'] as const).map((name) => `${name} ${counts.get(name)?.length ?? 0} 项`).join('，');
  },
  无障碍项数: ({ page }) => String(page.points?.length ?? 0),
  无障碍核对: ({ page: { points = [], pointsChecked = '' }, evidence }) => {
    const counts = Map.groupBy(points, (point) => provedPoint(point, evidence).state);
    return `${pointsChecked} 核对：${[...counts].map(([state, list]) => `${state} ${list.length} 项`).join('，')}。`;
  },
};

/** A list of terms, of links or sentences, or tables under headings. */
export type Listing =
  | { kind: 'terms'; items: { name: string; note: string }[] }
  | { kind: 'points'; items: { text: string; href?: string }[] }
  | { kind: 'tables'; columns: string[]; tables: { heading: string; rows: string[][] }[] };

const COMPLETENESS = [
  { name: '全文', note: '编者看到公开发布的全部文字。' },
  { name: '摘录', note: '编者只看到报道、通报或检索摘要里的一部分；条目只写这一部分，没看到的写“未载”或“未公开”。' },
  { name: '仅题名', note: '编者只看到标题、目录或别处的提及；条目只写提到的。' },
  { name: '不适用', note: '教学情景（虚构），没有来源。' },
] as const;

/** `<Listing of="…" />`: a part of the page. */
export const listings: Record<ListingName, (context: ProseContext) => Listing> = {
  五份文献: ({ site }) => ({
    kind: 'points',
    items: site
      .entriesOf('sources')
      .map((source) => ({ text: `${source.data.shortName}：${source.data.title}`, href: toLink(source).href })),
  }),
  没有的信息: () => ({
    kind: 'terms',
    items: [
      ...Object.entries(UNKNOWN_MEANING).map(([name, note]) => ({ name, note })),
      { name: '原文没有写明', note: '读者可能会问、而来源没有回答的问题，列在每一条里。' },
    ],
  }),
  来源级别: ({ site }) => ({ kind: 'terms', items: site.vocabulary['source-levels'].items }),
  完整程度: ({ site }) => {
    const counts = Map.groupBy(site.entriesOf('tolerance'), ({ data }) => data.completeness);
    return { kind: 'terms', items: COMPLETENESS.map(({ name, note }) => ({ name: `${name}（${counts.get(name)?.length ?? 0}）`, note })) };
  },
  处理结果: ({ site }) => ({ kind: 'terms', items: site.vocabulary.outcomes.items }),
  试过的浏览器: ({ evidence }) => ({
    kind: 'points',
    items: TESTED_BROWSERS.map((browser) => ({
      text: `${browser.name}（${browser.version}），${browser.tier} 档。${triedIn(browser, evidence)}。`,
    })),
  }),
  无障碍逐项: ({ page: { points = [] }, evidence }) => ({
    kind: 'tables',
    columns: ['WCAG 2.2', '要求', '状态', '依据'],
    tables: ACCESS_AIMS.map((aim) => ({
      heading: aim,
      rows: points
        .filter((point) => point.aim === aim)
        .map((point) => {
          const { state, basis } = provedPoint(point, evidence);
          return [`${point.no} ${point.level}`, point.asks, state, `${basis}。`];
        }),
    })),
  }),
};

/** An address in prose: a path of the site gets the site's base, anything else stays as written. */
export function proseHref(address: string): string {
  return address.startsWith('/') ? href(address) : address;
}
