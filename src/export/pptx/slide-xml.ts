/** One slide, and its notes. */
import type { Slide, SlideBody } from '../../domain/course/slides.ts';
import { TABLE_SIZE } from '../../domain/course/slide-fit.ts';
import type { Ratio } from '../../domain/course/slide-fit.ts';
import { placeholder, placesOf, shapeTree, textBox } from './design.ts';
import type { Places } from './design.ts';
import { emu, frame, NAMES, part, xmlText } from './xml.ts';
import type { Box } from './xml.ts';

/** Characters of a source line on two rows. */
const LONG_SOURCE = 120;
const BLACK = '1A1A1A';
const GREY = '595959';
/** Hundredths of a point. */
const AXIS_SIZE = { when: 2000, what: 1800 };

/** `slide<n>.xml`. */
export function slideXml(slide: Slide, ratio: Ratio): string {
  const places = placesOf(ratio);
  const { layout, title, body, source, isHidden } = slide;
  const isCover = layout === '封面';
  const shapes = [
    placeholder(
      2,
      '标题',
      isCover ? 'type="ctrTitle"' : 'type="title"',
      undefined,
      textOf([title], isCover ? undefined : titleSize(title, ratio)),
    ),
    ...bodyShapes(body, isCover, places),
    placeholder(4, '出处', 'type="ftr" sz="quarter" idx="3"', undefined, textOf([source], source.length > LONG_SOURCE ? 10 : 12, 'l')),
    placeholder(5, '页码', 'type="sldNum" sz="quarter" idx="4"', undefined, NUMBER),
  ].join('');
  return part(
    `<p:sld ${NAMES}${isHidden ? ' show="0"' : ''}><p:cSld>${shapeTree(shapes)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
  );
}

/** `notesSlide<n>.xml`. */
export function notesXml(notes: string): string {
  const image =
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="幻灯片"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>';
  const text = placeholder(3, '备注', 'type="body" idx="1"', undefined, textOf(notes.split('\n')));
  return part(`<p:notes ${NAMES}><p:cSld>${shapeTree(image + text)}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>`);
}

function bodyShapes(body: SlideBody, isCover: boolean, places: Places): string[] {
  switch (body.kind) {
    case 'lines': {
      if (body.lines.length === 0) return [];
      const kind = isCover ? 'type="subTitle" idx="1"' : 'idx="1"';
      return [placeholder(3, '正文', kind, undefined, textOf(body.lines, isCover ? Math.min(body.size, 24) : body.size))];
    }
    case 'table':
      return [tableXml(body, places.body)];
    case 'axis':
      return axisShapes(body.marks, places.body);
  }
}

/** Paragraphs of plain text; `size` in points where it is not that of the place. */
function textOf(lines: readonly string[], size?: number, align?: 'l'): string {
  const place = align ? `<a:pPr algn="${align}"/>` : '';
  const look = size === undefined ? '' : ` sz="${size * 100}"`;
  return lines
    .map((line) => `<a:p>${place}<a:r><a:rPr lang="zh-CN" altLang="en-US"${look}/><a:t>${xmlText(line)}</a:t></a:r></a:p>`)
    .join('');
}

function tableXml({ columns, rows, isBlank }: Extract<SlideBody, { kind: 'table' }>, box: Box): string {
  const total = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor(emu(box.w) * (width / total)));
  const head = 34;
  // A blank table takes the whole slide, to be written on; another takes what its rows need.
  const row = isBlank ? Math.floor((box.h - head - 20) / Math.max(1, rows.length)) : head;
  const grid = widths.map((width) => `<a:gridCol w="${width}"/>`).join('');
  const line = (cells: readonly string[], height: number, isHead: boolean) =>
    `<a:tr h="${emu(height)}">${cells.map((cell) => cellXml(cell, isHead || (isBlank === true && cell !== ''))).join('')}</a:tr>`;
  const body = [
    line(
      columns.map(({ heading }) => heading),
      head,
      true,
    ),
    ...rows.map((cells) => line(cells, row, false)),
  ].join('');
  return `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="3" name="表"/><p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>${frame({ ...box, h: head + row * rows.length }, 'p:xfrm')}<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>${grid}</a:tblGrid>${body}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>`;
}

function cellXml(text: string, isHead: boolean): string {
  const line = (side: string) => `<a:${side} w="9525"><a:solidFill><a:srgbClr val="${GREY}"/></a:solidFill></a:${side}>`;
  const look = `lang="zh-CN" altLang="en-US" sz="${TABLE_SIZE * 100}"${isHead ? ' b="1"' : ''}`;
  const fonts = `<a:solidFill><a:srgbClr val="${BLACK}"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/>`;
  const run = text === '' ? `<a:endParaRPr ${look}/>` : `<a:r><a:rPr ${look}>${fonts}</a:rPr><a:t>${xmlText(text)}</a:t></a:r>`;
  return `<a:tc><a:txBody><a:bodyPr/><a:lstStyle/><a:p>${run}</a:p></a:txBody><a:tcPr marL="101600" marR="101600" marT="50800" marB="50800" anchor="ctr">${['lnL', 'lnR', 'lnT', 'lnB'].map(line).join('')}${isHead ? '<a:solidFill><a:schemeClr val="bg2"/></a:solidFill>' : '<a:noFill/>'}</a:tcPr></a:tc>`;
}

/** A line with a point for each mark, its name above and what happened below. */
function axisShapes(marks: readonly { when: string; what: string }[], { x, y, w, h }: Box): string[] {
  const step = w / marks.length;
  const level = y + h * 0.28;
  const line = `<p:cxnSp><p:nvCxnSpPr><p:cNvPr id="20" name="时间轴"/><p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>${frame({ x, y: level, w, h: 0 })}<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="28575"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:tailEnd type="triangle"/></a:ln></p:spPr></p:cxnSp>`;
  const points = marks.flatMap(({ when, what }, index) => {
    const left = x + step * index;
    const id = 30 + index * 3;
    return [
      `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="点"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${frame({ x: left + step / 2 - 7, y: level - 7, w: 14, h: 14 })}<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>`,
      textBox(id + 1, '时点', { x: left + 4, y: level - 62, w: step - 8, h: 50 }, xmlText(when || '（日期未载）'), {
        size: AXIS_SIZE.when,
        align: 'ctr',
        color: BLACK,
        isBold: true,
      }),
      ...(what
        ? [
            textBox(id + 2, '事', { x: left + 4, y: level + 18, w: step - 8, h: h * 0.68 }, xmlText(what), {
              size: AXIS_SIZE.what,
              align: 'ctr',
              color: BLACK,
            }),
          ]
        : []),
    ];
  });
  return [line, ...points];
}

/** In points, where a title is longer than one row. */
function titleSize(title: string, ratio: Ratio): number | undefined {
  const row = ratio === '16:9' ? 27 : 20;
  if (title.length <= row) return undefined;
  return title.length <= row * 2.2 ? 24 : 18;
}

const NUMBER =
  '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="zh-CN"/><a:t>‹#›</a:t></a:fld><a:endParaRPr lang="zh-CN"/></a:p>';
