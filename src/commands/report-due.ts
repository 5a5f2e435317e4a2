/**
 * `npm run report:due`: which entries are to be looked at again, why, and where the first publishers keep the text. `--day 2027-06-01` asks for
 * another day than today. Exit code 1 when one is due.
 */
import { checksByDay, reviewsOf } from '../domain/entry/freshness.ts';
import { indexSite } from '../domain/site/site-index.ts';
import type { Review } from '../domain/entry/freshness.ts';
import { isoDay } from '../schema/fields.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { readArguments } from './read-arguments.ts';
import { today } from './today.ts';

const COMING = 10;
/** Pages named for one entry; the rest stand on its own page. */
const PLACES = 3;

const { values } = readArguments({ options: { day: { type: 'string', default: today() } } });
if (isoDay.safeParse(values.day).success) await report(values.day);
else {
  console.error(`--day 写的是“${values.day}”，不是日期。请写成 2026-11-22 这样。`);
  process.exitCode = 2;
}

async function report(day: string): Promise<void> {
  const site = indexSite(contentOf(await openLibrary(contentFolder())));
  const reviews = reviewsOf(site, day);
  const due = reviews.filter((review) => review.due <= day);
  const coming = reviews.slice(due.length, due.length + COMING);
  console.log(`截至 ${day}，应当重看的 ${due.length} 条。`);
  for (const review of due) tell(review);
  if (coming.length > 0) console.log(`接下来的 ${coming.length} 条：`);
  for (const review of coming) tell(review);
  console.log('上次核对的日期：');
  for (const { day: checked, entries: list } of checksByDay(site.entries)) console.log(`  ${checked}  ${list.length} 条`);
  process.exitCode = due.length > 0 ? 1 : 0;
}

function tell({ entry: { data }, due, why, places, publishers }: Review): void {
  console.log(`  ${due}  ${data.id} ${data.title}（上次核对 ${data.checked.date}）：${why}`);
  for (const { publisher, url } of places.slice(0, PLACES)) console.log(`      ${publisher}  ${url}`);
  if (places.length > PLACES) console.log(`      另有 ${places.length - PLACES} 处，见这一条的页面`);
  if (places.length === 0) console.log(`      没有登记首发机构的网页${publishers.length > 0 ? `；可查：${publishers.join('、')}` : ''}`);
}
