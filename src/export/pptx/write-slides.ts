/**
 * Slides as a PowerPoint file: white, black, one typeface, so that a trainer can put the school's own look on them. The same slides give the
 * same bytes. Loaded on demand: the library is large.
 */
import { unzipSync, zipSync, strFromU8, strToU8 } from 'fflate';
import PptxGenJS from 'pptxgenjs';
import type { Slide } from '../../domain/slides.ts';

/** The type of a PowerPoint file. */
export const PPTX_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const FACE = 'Microsoft YaHei';
/** Inches; 16:9. */
const PAGE = { left: 0.6, width: 12.13, number: 0.8 };
/** Characters of a source line on two rows. */
const LONG_SOURCE = 120;
const BLACK = '1A1A1A';
const GREY = '595959';

/** The bytes of a PowerPoint file. */
export async function writeSlides(title: string, slides: readonly Slide[]): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = title;
  file.theme = { headFontFace: FACE, bodyFontFace: FACE };
  for (const slide of slides) addSlide(file, slide);
  // `write` is typed for every output at once; this output is an array of bytes.
  const bytes = (await file.write({ outputType: 'uint8array' })) as Uint8Array;
  return settled(bytes);
}

function addSlide(file: PptxGenJS, { title, lines, size, source, notes }: Slide): void {
  const page = file.addSlide();
  const common = { x: PAGE.left, w: PAGE.width, fontFace: FACE, lang: 'zh-CN' };
  page.addText(cleaned(title), { ...common, y: 0.4, h: 1, fontSize: titleSize(title), bold: true, color: BLACK, valign: 'middle' });
  const body = lines.map((line) => ({ text: cleaned(line), options: { breakLine: true, paraSpaceAfter: 8 } }));
  if (body.length > 0) page.addText(body, { ...common, y: 1.55, h: 4.85, fontSize: size, color: BLACK, valign: 'top' });
  const foot = { ...common, y: 6.55, h: 0.7, color: GREY, fontSize: source.length > LONG_SOURCE ? 10 : 12 };
  page.addText(cleaned(source), { ...foot, w: PAGE.width - PAGE.number, valign: 'middle' });
  page.slideNumber = {
    x: PAGE.left + PAGE.width - PAGE.number,
    y: 6.7,
    w: PAGE.number,
    h: 0.4,
    align: 'right',
    fontFace: FACE,
    fontSize: 12,
    color: GREY,
  };
  if (notes) page.addNotes(cleaned(notes));
}

/** In points: on one row, on two, or on three at most. */
function titleSize(title: string): number {
  if (title.length <= 27) return 30;
  return title.length <= 60 ? 26 : 18;
}

/** Control characters make a file that PowerPoint refuses; line breaks stay. */
function cleaned(text: string): string {
  return text.replace(/[^\P{Cc}\n]/gu, ' ');
}

/** Midnight of 1 January 2000, by the clock of this machine, as ZIP files count. */
const DAY = new Date(2000, 0, 1);

/** pptxgenjs writes the master of the notes after the slides, and ECMA-376 wants it before them. */
function inSchemaOrder(presentation: string): string {
  return presentation.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/su, '$2$1');
}

/** The same file in the order of the schema, and with fixed dates in properties and in the directory of the ZIP file. */
function settled(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const members = unzipSync(bytes);
  const core = members['docProps/core.xml'];
  if (!core) throw new Error('the PowerPoint file has no properties');
  members['docProps/core.xml'] = strToU8(strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/gu, '2000-01-01T00:00:00Z'));
  const presentation = members['ppt/presentation.xml'];
  if (!presentation) throw new Error('the PowerPoint file has no presentation');
  members['ppt/presentation.xml'] = strToU8(inSchemaOrder(strFromU8(presentation)));
  const files = Object.entries(members).filter(([path]) => !path.endsWith('/'));
  return zipSync(Object.fromEntries(files), { mtime: DAY, level: 6 });
}
