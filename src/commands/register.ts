/**
 * `npm run register`: enters what is new into `content/ledger.yaml`, so that its number and address are kept from then on. Run before
 * new entries go out; it only appends, and asks for sound content first.
 */
import { extendLedger } from '../store/ledger.ts';
import { contentOf, openLibrary } from '../store/library.ts';
import { contentFolder } from '../store/site-file.ts';
import { additionsTo } from '../domain/site/ledger.ts';
import { checkLibrary } from '../lint/check-content.ts';
import { formatIssues } from '../lint/report.ts';
import { stopsBuild } from '../lint/rule.ts';
import { readArguments } from './read-arguments.ts';
import { today } from './today.ts';

readArguments({});

const library = await openLibrary(contentFolder());
const { issues, errorCount } = checkLibrary(library, today());
const ledger = library.loaded.ledger?.data;
if (errorCount > 0 || !ledger) {
  console.error(formatIssues(issues.filter(stopsBuild)));
  console.error(`内容有 ${errorCount} 个问题，没有登记。`);
  process.exitCode = 1;
} else {
  const { entries, vocabulary } = contentOf(library);
  const additions = additionsTo(ledger, entries, vocabulary);
  const { entries: numbers, anchors, pages } = additions;
  if (numbers.length + anchors.length + pages.length > 0) extendLedger(additions);
  console.log(
    `新登记 ${numbers.length} 个条目、${anchors.length} 个条款锚点、${pages.length} 个页面，在内容文件夹的 ledger.yaml；请一并提交。`,
  );
}
