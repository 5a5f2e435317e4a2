/**
 * Slides as a PowerPoint file, written part by part: real layouts with places for title and text, so that the outline is full and a school's own
 * template fits; hidden slides; notes. The same slides give the same bytes. Loaded on demand.
 */
import type { Slide } from '../../domain/course/slides.ts';
import type { Ratio } from '../../domain/course/slide-fit.ts';
import { LAYOUTS, layoutXml, masterXml, notesMasterXml, slideSize, themeXml } from './design.ts';
import { notesXml, slideXml } from './slide-xml.ts';
import { encoded, zipFiles } from '../zip.ts';
import { NAMES, part, relations, xmlText } from './xml.ts';

/** The type of a PowerPoint file. */
export const PPTX_TYPE = 'application/vnd.openxmlformats-officedocument.presentationml.presentation';

const FIRST_SLIDE = 256;
const FIRST_MASTER = 2147483648;

/** The bytes of a PowerPoint file. */
export function writeSlides(title: string, slides: readonly Slide[], ratio: Ratio, zip = zipFiles): Uint8Array<ArrayBuffer> {
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(slides.length),
    '_rels/.rels': relations([
      ['officeDocument', 'ppt/presentation.xml'],
      ['core', 'docProps/core.xml'],
      ['extended-properties', 'docProps/app.xml'],
    ]),
    'docProps/core.xml': coreXml(title),
    'docProps/app.xml': part(
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Office PowerPoint</Application></Properties>',
    ),
    'ppt/presentation.xml': presentationXml(slides.length, ratio),
    'ppt/_rels/presentation.xml.rels': relations([
      ['slideMaster', 'slideMasters/slideMaster1.xml'],
      ['notesMaster', 'notesMasters/notesMaster1.xml'],
      ['presProps', 'presProps.xml'],
      ['viewProps', 'viewProps.xml'],
      ['theme', 'theme/theme1.xml'],
      ['tableStyles', 'tableStyles.xml'],
      ...slides.map((_, index): [string, string] => ['slide', `slides/slide${index + 1}.xml`]),
    ]),
    'ppt/presProps.xml': part(`<p:presentationPr ${NAMES}/>`),
    'ppt/viewProps.xml': part(`<p:viewPr ${NAMES}/>`),
    'ppt/tableStyles.xml': part(
      '<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>',
    ),
    'ppt/theme/theme1.xml': themeXml(),
    'ppt/theme/theme2.xml': themeXml(),
    'ppt/slideMasters/slideMaster1.xml': masterXml(ratio),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': relations([
      ...LAYOUTS.map((_, index): [string, string] => ['slideLayout', `../slideLayouts/slideLayout${index + 1}.xml`]),
      ['theme', '../theme/theme1.xml'],
    ]),
    'ppt/notesMasters/notesMaster1.xml': notesMasterXml(),
    'ppt/notesMasters/_rels/notesMaster1.xml.rels': relations([['theme', '../theme/theme2.xml']]),
  };
  LAYOUTS.forEach((layout, index) => {
    files[`ppt/slideLayouts/slideLayout${index + 1}.xml`] = layoutXml(layout, ratio);
    files[`ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`] = relations([['slideMaster', '../slideMasters/slideMaster1.xml']]);
  });
  slides.forEach((slide, index) => {
    const layout = LAYOUTS.findIndex(({ use }) => use === slide.layout) + 1;
    files[`ppt/slides/slide${index + 1}.xml`] = slideXml(slide, ratio);
    files[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relations([
      ['slideLayout', `../slideLayouts/slideLayout${layout}.xml`],
      ['notesSlide', `../notesSlides/notesSlide${index + 1}.xml`],
    ]);
    files[`ppt/notesSlides/notesSlide${index + 1}.xml`] = notesXml(slide.notes);
    files[`ppt/notesSlides/_rels/notesSlide${index + 1}.xml.rels`] = relations([
      ['notesMaster', '../notesMasters/notesMaster1.xml'],
      ['slide', `../slides/slide${index + 1}.xml`],
    ]);
  });
  return zip(encoded(Object.entries(files)), 4);
}

function presentationXml(count: number, ratio: Ratio): string {
  const list = Array.from({ length: count }, (_, index) => `<p:sldId id="${FIRST_SLIDE + index}" r:id="rId${index + 7}"/>`).join('');
  return part(
    `<p:presentation ${NAMES} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="${FIRST_MASTER}" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst><p:sldIdLst>${list}</p:sldIdLst>${slideSize(ratio)}<p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
}

function coreXml(title: string): string {
  return part(
    `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xmlText(title)}</dc:title><dc:language>zh-CN</dc:language></cp:coreProperties>`,
  );
}

function contentTypes(count: number): string {
  const base = 'application/vnd.openxmlformats-officedocument.presentationml.';
  const numbered = (folder: string, name: string, type: string, length: number) =>
    Array.from({ length }, (_, index): [string, string] => [`/ppt/${folder}/${name}${index + 1}.xml`, type]);
  const parts: [string, string][] = [
    ['/ppt/presentation.xml', `${base}presentation.main+xml`],
    ['/ppt/presProps.xml', `${base}presProps+xml`],
    ['/ppt/viewProps.xml', `${base}viewProps+xml`],
    ['/ppt/tableStyles.xml', `${base}tableStyles+xml`],
    ['/ppt/slideMasters/slideMaster1.xml', `${base}slideMaster+xml`],
    ['/ppt/notesMasters/notesMaster1.xml', `${base}notesMaster+xml`],
    ['/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ['/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'],
    ...numbered('theme', 'theme', 'application/vnd.openxmlformats-officedocument.theme+xml', 2),
    ...numbered('slideLayouts', 'slideLayout', `${base}slideLayout+xml`, LAYOUTS.length),
    ...numbered('slides', 'slide', `${base}slide+xml`, count),
    ...numbered('notesSlides', 'notesSlide', `${base}notesSlide+xml`, count),
  ];
  const overrides = parts.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('');
  return part(
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`,
  );
}
