/** Old documents (.doc, .wps) made .docx by LibreOffice, where it is installed. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ImportError } from './import-error.ts';

/** Where LibreOffice may be when no path leads to it. */
const PLACES = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];
const LONGEST_WAIT = 120_000;

/** The bytes of the document as .docx. Throws an `ImportError` where there is no LibreOffice, or it cannot read the file. */
export function convertOld(bytes: Uint8Array): Uint8Array {
  const program = PLACES.find((place) => spawnSync(place, ['--version'], { stdio: 'ignore', timeout: LONGEST_WAIT }).status === 0);
  if (program === undefined)
    throw new ImportError('这是旧格式（.doc、.wps），这台机器上没有 LibreOffice 来转换。请用 Word 或 WPS 打开，另存为 .docx 再导入。');
  const folder = mkdtempSync(join(tmpdir(), 'convert-'));
  try {
    // Files of WPS are those of old Word under another name.
    writeFileSync(join(folder, 'document.doc'), bytes);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    spawnSync(program, [profile, '--headless', '--norestore', '--convert-to', 'docx', '--outdir', folder, join(folder, 'document.doc')], {
      stdio: 'ignore',
      timeout: LONGEST_WAIT,
    });
    const made = join(folder, 'document.docx');
    if (!existsSync(made)) throw new ImportError('LibreOffice 没有读懂这个文件。请用 Word 或 WPS 打开，另存为 .docx 再导入。');
    return readFileSync(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
