/** Every kind of Office file that the site makes, over all content: entries, courses, tables, the report, references, the worksheet. */
import { comparePaper, compareTable } from '../../src/domain/case/compare-paper.ts';
import { compareEntries } from '../../src/domain/case/compare.ts';
import { COURSE_FILES } from '../../src/domain/course/course-files.ts';
import type { CourseFile } from '../../src/domain/course/course-files.ts';
import { lessonIndexOf } from '../../src/domain/course/course-lesson.ts';
import { entryPaper } from '../../src/domain/paper/entry-paper.ts';
import { makeMatter } from '../../src/domain/case/matter.ts';
import { isOf } from '../../src/domain/entry/records.ts';
import { reportPaper } from '../../src/domain/case/report.ts';
import type { ReportInput } from '../../src/domain/case/report.ts';
import { shortReportPaper } from '../../src/domain/case/short-report.ts';
import { referencesPaper } from '../../src/domain/reference/selection-references.ts';
import type { Site } from '../../src/domain/site/site-index.ts';
import { groupRows, tablePaper, tableSources } from '../../src/domain/list/table-file.ts';
import type { TableFile } from '../../src/domain/list/table-file.ts';
import { resultPaper, resultTable } from '../../src/domain/paper/result-set.ts';
import { worksheetPaper } from '../../src/domain/case/worksheet-paper.ts';
import { courseMaterial, writeCourseFiles } from '../../src/export/course-files.ts';
import { writePaper } from '../../src/export/docx/write-paper.ts';
import { tableFiles } from '../../src/export/tables.ts';
import { writeWorkbook } from '../../src/export/xlsx/write-workbook.ts';
import { register, searchNames } from '../../src/views/desk.ts';
import { entryData } from '../../src/views/entry-data.ts';

const ROOT = 'http://kb.example/';
const STYLE = { edition: '2025', accessed: '2026-11-28', root: ROOT } as const;
const ABOUT = [{ label: '数据版本', value: 'abc（共 2 个条目）' }];
const SITE_NAME = '担当作为知识库';

export interface OfficeFile {
  name: string;
  write: () => Promise<Uint8Array> | Uint8Array;
}

/** The files, each written when it is asked for. */
export function officeFiles(site: Site): OfficeFile[] {
  return [...entryFiles(site), ...courseFiles(site), ...tablesOf(site), ...deskFiles(site)];
}

function entryFiles(site: Site): OfficeFile[] {
  return site.entries.map((entry) => ({
    name: `${entry.data.id}.docx`,
    write: () => writePaper(entryPaper(entryData(site, entry).file, STYLE, 'abc')),
  }));
}

function courseFiles(site: Site): OfficeFile[] {
  const library = lessonIndexOf(site, SITE_NAME, ROOT);
  return site.entriesOf('courses').flatMap((course) => {
    let written: ReturnType<typeof writeCourseFiles> | undefined;
    const write = async (file: CourseFile) => (await (written ??= writeCourseFiles(courseMaterial(course, library))))[file];
    return Object.entries(COURSE_FILES).map(([file, { name }]) => ({
      name: `${course.slug}/${name}`,
      write: () => write(file as CourseFile),
    }));
  });
}

function tablesOf(site: Site): OfficeFile[] {
  return [...tableFiles(site)].flatMap(([name, table]) => [
    { name: `${name}.xlsx`, write: () => writeWorkbook(...workbookOf(table)) },
    { name: `${name} 分组.xlsx`, write: () => writeWorkbook(...workbookOf(groupRows(table, groupsOf(table)))) },
    { name: `${name}.docx`, write: () => writePaper(tablePaper(table, ABOUT, STYLE)) },
  ]);
}

function workbookOf(table: TableFile): Parameters<typeof writeWorkbook> {
  return [table, { rows: ABOUT, sources: tableSources(table, STYLE) }];
}

/** Headings such as a reader may choose for a table. */
function groupsOf({ rows }: TableFile): ReadonlyMap<string, string> {
  return new Map(rows.map(({ key }, index) => [key, index % 2 === 0 ? '纪检监察机关' : '没有见到认定主体']));
}

function deskFiles(site: Site): OfficeFile[] {
  const collectionNames = searchNames(site);
  const kept = register(site)
    .filter(({ collection, isScenario, retired }) => collection === 'tolerance' && !isScenario && !retired)
    .slice(0, 20)
    .flatMap((entry) => {
      const own = site.graph.byId.get(entry.id);
      return own && isOf(own, 'tolerance') ? [{ entry, data: entryData(site, own) }] : [];
    });
  const hits = kept.map(({ entry }) => entry);
  const compared = kept.slice(0, 4).flatMap(({ data }) => data.compare ?? []);
  const reported: ReportInput = {
    time: '2026年11月28日 10:00',
    address: `${ROOT}report/?q=土地`,
    dataVersion: 'abc',
    search: {
      asked: { scope: '全库', words: '土地', rewriting: '逐字查找“土地”', filters: [], ignored: [] },
      ...{ scope: '只列案例', hits, leftOut: [], closest: [] },
    },
    ...{ read: { retired: [], unknown: [] }, kept, scenarios: [], matter: makeMatter({ subject: '某镇道路未批先建', motive: '赶工期' }) },
    ...{ style: STYLE, collectionNames, sourceLevels: site.vocabulary['source-levels'].items },
  };
  const rows = compareEntries(compared);
  const works = kept.slice(0, 4).flatMap(({ data }) => data.file.works);
  const comparison = comparePaper({
    ...{ entries: compared, rows, works },
    ...{ address: `${ROOT}compare/`, dataVersion: 'abc', style: STYLE },
  });
  const results = { title: '检索结果', asked: [], hits, collectionNames, root: ROOT, dataVersion: 'abc' };
  const notes = [{ heading: '一、动机态度', note: '甲\n乙', lists: [{ heading: '规则', items: ['丙', '丁'], notes: ['只列 2 句。'] }] }];
  return [
    { name: '类案检索报告.docx', write: () => writePaper(reportPaper(reported)) },
    { name: '类案检索报告（两页）.docx', write: () => writePaper(shortReportPaper(reported)) },
    {
      name: '参考文献.docx',
      write: () =>
        writePaper(
          referencesPaper(
            '比对篮',
            kept.map(({ data }) => data.file),
            STYLE,
            ABOUT,
          ),
        ),
    },
    { name: '比对.docx', write: () => writePaper(comparison) },
    { name: '比对.xlsx', write: () => writeWorkbook(...workbookOf(compareTable(compared, rows, works))) },
    { name: '结果.xlsx', write: () => writeWorkbook(...workbookOf(resultTable(results))) },
    { name: '结果.docx', write: () => writePaper(resultPaper(results)) },
    { name: '研判.docx', write: () => writePaper(worksheetPaper(notes, [{ title: '戊', address: `${ROOT}policies/wu/` }], ABOUT)) },
  ];
}
