/** What list pages show: a collection, its facets as links, and the part of it that one facet value picks. */
import { facetsOf } from '../domain/facets.ts';
import type { Entry } from '../domain/records.ts';
import { COLLECTIONS, COLLECTION_NAMES } from '../schema/fields.ts';
import type { CollectionName } from '../schema/fields.ts';
import { href } from '../site.ts';
import { facetLabel, facetSlug } from './facet-names.ts';
import { loadSite } from './site.ts';

/** What a collection is for, in one sentence for readers. */
export const COLLECTION_LEADS: Record<CollectionName, string> = {
  situations: '手头有一件事，从这里开始：政策怎么说，别处怎么做，可以先做的几步，找谁，当心什么。不下结论，每一句都有出处。',
  sources: '本库的五份底本。每一段都有编者概括的大意，并列出引用它的条目；隐去的、缺失的、写错的，一一注明。',
  policies: '中央文件与地方规定：文号、日期、与本库有关的条款，看到多少写多少。',
  problems: '干部担当作为方面的问题：不想、不会、不敢、不愿四类，以及行为表现和危害。每一类都写明哪份文献这样说、放在哪一层。',
  causes: '问题从哪里来。同一件事，有的文献列为原因，有的列为问题，逐一标明。',
  measures: '怎么办，分十五个领域。建议与已经实行的做法分开写；来源没有回答的，也写出来。',
  mechanisms: '来源提到的制度、机制、平台、清单和库：怎样运行，到了哪一步，和名称相近的有什么不同。',
  practices: '各地做了什么。只写来源写到的，数字带单位、主体和时间；原文没有写明的，列出来。',
  tolerance: '容错、澄清正名、诬告查处、重新使用等公开案例，按六个因素逐项记录，不评分，不下结论。',
  courses: '可以直接上课的教学方案：目标、环节、案例与备选、问题与用意。',
  terms: '术语与专名：释义从哪里来，五份文献怎样用，容易和什么混淆。查不到来源的，照实写明。',
  tensions: '五份文献说法不一致的地方：各方原意并列，说明层级和对象的不同，不作裁决。',
};

export interface FacetLink {
  label: string;
  count: number;
  href: string;
  isCurrent: boolean;
}

/** A list page: its heading, the facet links, and the entries. */
export interface ListView {
  collection: CollectionName;
  name: string;
  title: string;
  lead: string;
  facets: { name: string; links: FacetLink[] }[];
  entries: Entry[];
}

/** Every list page of the site: each collection whole, and each of its facet values. */
export async function listPages() {
  const site = await loadSite();
  return COLLECTION_NAMES.flatMap((collection) => {
    const all = site.entries.filter((entry) => entry.collection === collection);
    const picked = facetsOf(collection, all, site.vocabulary.regions.items).flatMap(({ facet, values }) =>
      values.map(({ value, entries }) => ({
        collection,
        facet: facet.key,
        value: facetSlug(site, facet.key, value),
        chosen: value,
        entries,
      })),
    );
    return [{ collection, facet: undefined, value: undefined, chosen: undefined, entries: all }, ...picked];
  });
}

type ListPage = Awaited<ReturnType<typeof listPages>>[number];

/** What one list page shows. */
export async function listView({ collection, facet: chosenFacet, chosen, entries }: ListPage): Promise<ListView> {
  const site = await loadSite();
  const all = site.entries.filter((entry) => entry.collection === collection);
  const { name } = COLLECTIONS[collection];
  // 澄清正名 is a type of case and an outcome: the heading says by what the list was picked.
  const facetName =
    facetsOf(collection, all, site.vocabulary.regions.items).find(({ facet }) => facet.key === chosenFacet)?.facet.name ?? '';
  return {
    collection,
    name,
    title: chosen ? `${name}：${facetLabel(site, chosenFacet, chosen)}（${facetName}）` : name,
    lead: COLLECTION_LEADS[collection],
    facets: facetsOf(collection, all, site.vocabulary.regions.items).map(({ facet, values }) => ({
      name: facet.name,
      links: values.map(({ value, entries: list }) => ({
        label: facetLabel(site, facet.key, value),
        count: list.length,
        href: href(`/${collection}/${facet.key}/${facetSlug(site, facet.key, value)}/`),
        isCurrent: facet.key === chosenFacet && value === chosen,
      })),
    })),
    entries,
  };
}
