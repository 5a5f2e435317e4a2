/**
 * `npm run check:content`: reports every problem of the content at once, in Chinese, without a build.
 * `--root DIR` checks another content folder; `--json` prints the report for programs. Exit code 1 when there is an error.
 */
import { join } from 'node:path';
import { checkContent } from '../lint/check-content.ts';
import { formatIssues, formatSummary } from '../lint/report.ts';
import { openSoundFiles } from '../store/sound-files.ts';
import { contentFolder } from '../store/site-file.ts';
import { readArguments } from './read-arguments.ts';
import { readLibraryFrom } from './read-library.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const { values } = readArguments({
  options: { root: { type: 'string', default: contentFolder() }, json: { type: 'boolean', default: false } },
});
const started = performance.now();
const { read } = workFolders(process.cwd());
const report = await checkContent(values.root, today(), (root) => readLibraryFrom(root, read), openSoundFiles(join(read, 'sound')));
if (values.json) {
  console.log(JSON.stringify(report, null, 2));
} else {
  const list = formatIssues(report.issues);
  if (list) console.log(list);
  console.log(formatSummary(report, (performance.now() - started) / 1000));
}
process.exitCode = report.errorCount > 0 ? 1 : 0;
