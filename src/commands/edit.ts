/** `npm run edit`: the editor's desk, on this machine only, until it is ended. `PORT` names another port than 4322, and one that is taken is then an error. */
import './send-nothing.ts';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DeskContent } from '../edit/desk-content.ts';
import { newEntryIn } from '../edit/new-entry.ts';
import { LONGEST_SAVING } from '../edit/whole-file.ts';
import { serveDesk } from '../edit/serve-desk.ts';
import type { DeskAddress } from '../edit/serve-desk.ts';
import { settings } from '../site.ts';
import { contentFolder } from '../store/site-file.ts';
import { placeError, wantedPlace } from './listening-place.ts';
import { codeOf, printFailure } from './operator-error.ts';
import { readArguments } from './read-arguments.ts';
import { workFolders } from './release.ts';
import { today } from './today.ts';

const PORT = 4322;

/** Opens the desk over the project at `root`. */
export async function openDesk(root: string, { port, isAsked }: { port: number; isAsked: boolean }): Promise<DeskAddress> {
  const { work, read } = workFolders(root);
  const folders = { root: contentFolder(root), cache: read };
  await removeKilledSavings(folders.root);
  const content = await DeskContent.open(folders, today);
  const deskSettings = { root, keep: join(work, 'edit'), newEntry: newEntryIn(content, settings.owner) };
  // Another desk may be open, or something else.
  return serveDesk(content, { ...deskSettings, port }).catch((error: unknown) => {
    if (isAsked || codeOf(error) !== 'EADDRINUSE') throw placeError(error, port, '127.0.0.1');
    console.log(`端口 ${port} 有别的程序在用（也许编辑台已经开着一个），换一个端口。`);
    return serveDesk(content, { ...deskSettings, port: 0 });
  });
}

/** A saving that was killed leaves the file that was to take the place of the entry. */
async function removeKilledSavings(folder: string): Promise<void> {
  const found = await readdir(folder, { recursive: true });
  const left = found.filter((name) => /(?:^|[\\/])\.[^\\/]+\.saving$/u.test(name));
  for (const path of left.map((name) => join(folder, name)))
    if (Date.now() - (await stat(path)).mtimeMs > LONGEST_SAVING) await rm(path, { force: true });
}

if (import.meta.main) {
  readArguments({});
  try {
    const { url, others } = await openDesk(process.cwd(), wantedPlace(PORT));
    for (const { desk, since } of others)
      console.log(
        `这个文件夹上还开着${desk}，${new Date(since).toLocaleString('zh-CN')} 起。两边没有保存的改动各存各的，不会盖掉；两边都改了同一条，页面上会说，保存时可以合在一起。`,
      );
    console.log(`编辑台在 ${url}\n用浏览器打开这一行网址（整行复制，里面有只给你的密码）。按 Ctrl+C 结束；没有保存的改动会留着。`);
  } catch (error) {
    printFailure(error);
    process.exitCode = 1;
  }
}
