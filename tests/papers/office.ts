/**
 * Every Office file that the site makes, part by part against the schemas of ECMA-376. The exit code is 1 when a part is not valid, or when its
 * namespace has no schema and is none of those named here. `node tests/papers/office.ts xlsx` looks at the files whose name holds the word.
 */
import { join } from 'node:path';
import { indexSite } from '../../src/domain/site/site-index.ts';
import { contentOf, openLibrary } from '../../src/store/library.ts';
import { reportPart } from '../support/part-report.ts';
import { installPapers } from './install.ts';
import { officeFiles } from './library-files.ts';
import { officeParts, rootNamespace, unpacked } from './office-files.ts';
import { officeValidator } from './validator.ts';

/** Its schema takes those of Dublin Core from the network. Every element may stand once. */
const CORE_PROPERTIES = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
/** So many faults are shown. */
const SHOWN = 40;

installPapers(console.log);
const { validate, namespaces } = await officeValidator(console.log);
if (validate(`<w:p xmlns:w="${WORD}"><w:r/><w:pPr/></w:p>`).length === 0) throw new Error('检查程序没有指出一处明显的错，结果不能信。');

const site = indexSite(contentOf(await openLibrary(join(import.meta.dirname, '../../content'))));
const [only = ''] = process.argv.slice(2);
const files = officeFiles(site).filter(({ name }) => name.includes(only));
const faults: string[] = [];
let parts = 0;
for (const { name, write } of files) {
  for (const file of unpacked(name, await write())) {
    for (const { path, xml } of officeParts(file.bytes)) {
      parts += 1;
      faults.push(...faultsOf(xml).map((fault) => `${file.name} ${path}：${fault}`));
    }
  }
}
for (const line of faults.slice(0, SHOWN)) console.log(line);
if (faults.length > SHOWN) console.log(`还有 ${faults.length - SHOWN} 处。`);
console.log(`${files.length} 个文件，${parts} 个部分，${faults.length} 处不合 ECMA-376。`);
reportPart({ passed: files.length, failed: faults.length });
process.exitCode = faults.length > 0 ? 1 : 0;

function faultsOf(xml: string): string[] {
  const namespace = rootNamespace(xml);
  if (namespaces.has(namespace)) return validate(xml);
  if (namespace !== CORE_PROPERTIES) return [`没有 ${namespace} 的格式定义`];
  const names = [...xml.matchAll(/<((?:cp|dc|dcterms):\w+)/gu)].flatMap(([, name = '']) => (name === 'cp:coreProperties' ? [] : [name]));
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} 不止一次`);
}
