/** What the home page shows beside its prose: five questions with where they lead, the situations by who asks, what is new. */
import { facetSlug } from '../domain/list/facet-names.ts';
import { isOf } from '../domain/entry/records.ts';
import type { EntryOf } from '../domain/entry/records.ts';
import type { PageData } from '../schema/pages.ts';
import { ASKERS } from '../schema/situations.ts';
import { href } from '../site.ts';
import { newsOf } from './changes.ts';
import { toLink } from './links.ts';
import type { Site } from '../domain/site/site-index.ts';

/** Where each asker's situations begin on the page. */
const PLACES = { 干部: 'cadres', 组工: 'organisers', 教员: 'trainers' } as const;

const WHY_THEY_ASK = { 干部: '事情落在自己头上', 组工: '替组织拿意见，要依据', 教员: '要上课，要讨论得起来' } as const;

/** Lines of news: more would be the record of changes, which has its own page. */
const MOST_NEWS = 5;

/** The questions with where they lead, the situations by who asks (those chosen for the page as cards, the others by title), and the news. */
export function homeView(site: Site, { situations = [], questions = [] }: Pick<PageData, 'situations' | 'questions'>) {
  const chosen = situations.map((id) => {
    const entry = site.graph.byId.get(id);
    if (!entry || !isOf(entry, 'situations')) throw new Error(`content/pages/home.mdx: 没有发布编号为 ${id} 的情形`);
    return entry;
  });
  const current = site.entriesOf('situations').filter(({ data }) => !data.retired);
  const asked = ASKERS.map((who) => ({
    who,
    id: PLACES[who],
    why: WHY_THEY_ASK[who],
    href: href(`/situations/who/${facetSlug(site, 'who', who)}/`),
    cards: chosen.filter(isFirstAskedBy(who)).map((entry) => toLink(entry)),
    others: current.filter((entry) => isFirstAskedBy(who)(entry) && !chosen.includes(entry)).map((entry) => toLink(entry)),
  })).filter(({ cards, others }) => cards.length + others.length > 0);
  return {
    asked,
    questions: questions.map((question) => ({ question, href: answerTo(question, current) })),
    news: newsOf(site, MOST_NEWS),
  };
}

function isFirstAskedBy(who: string) {
  return ({ data }: EntryOf<'situations'>) => data.who[0] === who;
}

/** The situation that is asked in these words, or else a search for them. */
function answerTo(question: string, situations: readonly EntryOf<'situations'>[]): string {
  const found = situations.find(({ data }) => data.title === question || data.asked.includes(question));
  return found ? toLink(found).href : `${href('/search/')}?q=${encodeURIComponent(question)}`;
}
