/**
 * The master and the layouts of all slides: a place for the title, for the text, for the source, for the number, and one line for the name of the
 * school, which is changed once on the master. White, black, one typeface and a red rule, so that a school can put its own look on them.
 */
import type { Slide } from '../../domain/course/slides.ts';
import type { Ratio } from '../../domain/course/slide-fit.ts';
import { emu, frame, NAMES, part } from './xml.ts';
import type { Box } from './xml.ts';

/** Points. */
const HEIGHT = 540;
const WIDTHS: Record<Ratio, number> = { '16:9': 960, '4:3': 720 };
const MARGIN = 43;

export const LATIN_FACE = 'Microsoft YaHei';
const EAST_ASIAN_FACE = '微软雅黑';

/** The places of a slide. */
export interface Places {
  width: number;
  height: number;
  school: Box;
  title: Box;
  rule: Box;
  body: Box;
  foot: Box;
  number: Box;
  /** Of the title slide. */
  cover: { title: Box; lines: Box };
}

/** Where everything stands on a slide of a shape. */
export function placesOf(ratio: Ratio): Places {
  const width = WIDTHS[ratio];
  const w = width - 2 * MARGIN;
  return {
    width,
    height: HEIGHT,
    school: { x: width - MARGIN - 300, y: 10, w: 300, h: 22 },
    title: { x: MARGIN, y: 30, w, h: 66 },
    rule: { x: MARGIN, y: 98, w, h: 2.5 },
    body: { x: MARGIN, y: 106, w, h: 362 },
    foot: { x: MARGIN, y: 474, w: w - 60, h: 48 },
    number: { x: width - MARGIN - 56, y: 484, w: 56, h: 28 },
    cover: { title: { x: MARGIN, y: 130, w, h: 110 }, lines: { x: MARGIN, y: 262, w, h: 200 } },
  };
}

/** The layouts in the order of their files, with what a slide takes each for. */
export const LAYOUTS: readonly { name: string; type: string; use: Slide['layout'] }[] = [
  { name: '封面', type: 'title', use: '封面' },
  { name: '标题和正文', type: 'obj', use: '正文' },
  { name: '标题和图表', type: 'titleOnly', use: '图表' },
  { name: '乙部（隐藏，议完再放）', type: 'obj', use: '乙部' },
];

/** Nothing that is seen in a class stands where the school may put its name. */
const SCHOOL = '\u3000';

/** A shape that takes text at a place named for it. */
export function placeholder(id: number, name: string, kind: string, box: Box | undefined, text: string, body = '<a:bodyPr/>'): string {
  const own = box ? frame(box) : '';
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${kind}/></p:nvPr></p:nvSpPr><p:spPr>${own}</p:spPr><p:txBody>${body}<a:lstStyle/>${text}</p:txBody></p:sp>`;
}

/** The tree of shapes of a slide, a layout or the master. */
export function shapeTree(shapes: string): string {
  return `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>${shapes}</p:spTree>`;
}

/** `slideMaster1.xml`. */
export function masterXml(ratio: Ratio): string {
  const places = placesOf(ratio);
  const shapes = [
    placeholder(2, '标题', 'type="title"', places.title, paragraph('单击写标题'), '<a:bodyPr anchor="ctr"><a:normAutofit/></a:bodyPr>'),
    placeholder(3, '正文', 'type="body" idx="1"', places.body, paragraph('单击写正文'), '<a:bodyPr><a:normAutofit/></a:bodyPr>'),
    placeholder(
      4,
      '出处',
      'type="ftr" sz="quarter" idx="3"',
      places.foot,
      '<a:p><a:endParaRPr lang="zh-CN"/></a:p>',
      '<a:bodyPr anchor="ctr"/>',
    ).replace('<a:lstStyle/>', `<a:lstStyle>${level('l', 1200, GREY)}</a:lstStyle>`),
    placeholder(5, '页码', 'type="sldNum" sz="quarter" idx="4"', places.number, NUMBER, '<a:bodyPr anchor="ctr"/>').replace(
      '<a:lstStyle/>',
      `<a:lstStyle>${level('r', 1200, GREY)}</a:lstStyle>`,
    ),
    rule(6, places.rule),
    textBox(7, '校名', places.school, SCHOOL, { size: 1200, align: 'r', color: GREY }),
  ].join('');
  const list = LAYOUTS.map((_, index) => `<p:sldLayoutId id="${FIRST_LAYOUT + index}" r:id="rId${index + 1}"/>`).join('');
  return part(
    `<p:sldMaster ${NAMES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${shapeTree(shapes)}</p:cSld>${COLOUR_MAP}<p:sldLayoutIdLst>${list}</p:sldLayoutIdLst><p:txStyles><p:titleStyle>${level('l', 3000, BLACK, true)}</p:titleStyle><p:bodyStyle>${BODY_LEVELS}</p:bodyStyle><p:otherStyle>${level('l', 1800, BLACK)}</p:otherStyle></p:txStyles></p:sldMaster>`,
  );
}

/** A layout of the master. */
export function layoutXml({ name, type, use }: (typeof LAYOUTS)[number], ratio: Ratio): string {
  const { cover, school } = placesOf(ratio);
  const foot = placeholder(8, '出处', 'type="ftr" sz="quarter" idx="3"', undefined, '<a:p><a:endParaRPr lang="zh-CN"/></a:p>');
  const number = placeholder(9, '页码', 'type="sldNum" sz="quarter" idx="4"', undefined, NUMBER);
  const title = placeholder(2, '标题', 'type="title"', undefined, paragraph('单击写标题'));
  const body = placeholder(3, '正文', 'idx="1"', undefined, paragraph('单击写正文'));
  const mark =
    use === '乙部'
      ? textBox(10, '乙部标记', { ...school, x: placesOf(ratio).body.x, w: 300 }, '乙部：议完再放', { size: 1400, align: 'l', color: RED })
      : '';
  const shapes =
    use === '封面'
      ? placeholder(
          2,
          '标题',
          'type="ctrTitle"',
          cover.title,
          paragraph('单击写课题'),
          '<a:bodyPr anchor="b"><a:normAutofit/></a:bodyPr>',
        ).replace('<a:lstStyle/>', `<a:lstStyle>${level('l', 4000, BLACK, true)}</a:lstStyle>`) +
        placeholder(
          3,
          '说明',
          'type="subTitle" idx="1"',
          cover.lines,
          paragraph('单击写对象、学时、教师'),
          '<a:bodyPr><a:normAutofit/></a:bodyPr>',
        ) +
        foot +
        number
      : [title, ...(type === 'titleOnly' ? [] : [body]), foot, number, mark].join('');
  return part(
    `<p:sldLayout ${NAMES} type="${type}" preserve="1"><p:cSld name="${name}">${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
  );
}

/** The master of the notes. */
export function notesMasterXml(): string {
  const picture = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr>${frame({ x: 60, y: 50, w: 420, h: 250 })}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln w="9525"><a:solidFill><a:srgbClr val="${GREY}"/></a:solidFill></a:ln></p:spPr></p:sp>`;
  const words = placeholder(3, '备注', 'type="body" sz="quarter" idx="3"', { x: 54, y: 330, w: 432, h: 340 }, paragraph('备注'));
  return part(
    `<p:notesMaster ${NAMES}><p:cSld><p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>${shapeTree(picture + words)}</p:cSld>${COLOUR_MAP}<p:notesStyle>${level('l', 1400, BLACK)}</p:notesStyle></p:notesMaster>`,
  );
}

/** The theme: colours, and the typefaces by script. */
export function themeXml(): string {
  const font = `<a:latin typeface="${LATIN_FACE}"/><a:ea typeface="${EAST_ASIAN_FACE}"/><a:cs typeface=""/><a:font script="Hans" typeface="${EAST_ASIAN_FACE}"/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  const colour = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`;
  const colours = [
    colour('dk1', BLACK),
    colour('lt1', 'FFFFFF'),
    colour('dk2', GREY),
    colour('lt2', 'F4F4F4'),
    colour('accent1', RED),
    ...[2, 3, 4, 5, 6].map((index) => colour(`accent${index}`, GREY)),
    colour('hlink', RED),
    colour('folHlink', GREY),
  ].join('');
  return part(
    `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="课堂"><a:themeElements><a:clrScheme name="课堂">${colours}</a:clrScheme><a:fontScheme name="课堂"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme><a:fmtScheme name="课堂"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
}

const BLACK = '1A1A1A';
const GREY = '595959';
const RED = 'A3241F';
const FIRST_LAYOUT = 2147483649;
const COLOUR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const NUMBER =
  '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="zh-CN"/></a:p>';

function paragraph(text: string): string {
  return `<a:p><a:r><a:rPr lang="zh-CN" altLang="en-US"/><a:t>${text}</a:t></a:r></a:p>`;
}

function level(align: string, size: number, color: string, isBold = false, number = 1): string {
  const fonts = '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/>';
  return `<a:lvl${number}pPr marL="0" indent="0" algn="${align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="800"/></a:spcAft><a:buNone/><a:defRPr lang="zh-CN" altLang="en-US" sz="${size}"${isBold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${color}"/></a:solidFill>${fonts}</a:defRPr></a:lvl${number}pPr>`;
}

const BODY_LEVELS = [1, 2, 3].map((number) => level('l', 2400, BLACK, false, number)).join('');

function rule(id: number, box: Box): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="红线"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>`;
}

/** How a free text is set: hundredths of a point. */
export interface TextLook {
  size: number;
  align: 'l' | 'r' | 'ctr';
  color: string;
  isBold?: boolean;
}

/** A text that stands where no placeholder is. */
export function textBox(id: number, name: string, box: Box, text: string, { size, align, color, isBold = false }: TextLook): string {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr txBox="1"/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"/><a:lstStyle/><a:p><a:pPr algn="${align}"/><a:r><a:rPr lang="zh-CN" altLang="en-US" sz="${size}"${isBold ? ' b="1"' : ''}><a:solidFill><a:srgbClr val="${color}"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:rPr><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

/** The size of a slide as the presentation names it. */
export function slideSize(ratio: Ratio): string {
  const { width, height } = placesOf(ratio);
  return `<p:sldSz cx="${emu(width)}" cy="${emu(height)}"${ratio === '4:3' ? ' type="screen4x3"' : ''}/>`;
}
