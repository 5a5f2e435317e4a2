import { MOST_ASKED } from '../../schema/site.ts';
import type { Rule } from '../rule.ts';

/** Reports units that cannot be told apart, and more than a search can ask. */
export const siteUnits: Rule = {
  id: 'site-units',
  severity: 'error',
  docs: `site.yaml 的 units 里，名称、代码、网址各不相同，也不和本单位的相同；“检索时问”的最多 ${MOST_ASKED} 个。`,
  *check({ files, known: { site } }) {
    if (!site || !files.includes(site.file)) return;
    const { file, data } = site;
    const place = (path: (string | number)[]) => ({ file: file.path, at: file.yaml?.valueAt(path) });
    for (const [index, unit] of data.units.entries()) {
      const before = data.units.slice(0, index);
      for (const field of ['name', 'code', 'address'] as const) {
        if (before.some((other) => other[field] === unit[field]))
          yield { ...place(['units', index, field]), message: `“${unit[field]}”前面已经写过一次，分不清是哪个单位。请改成各不相同的。` };
      }
      if (unit.code === data.unitCode)
        yield { ...place(['units', index, 'code']), message: `“${unit.code}”是本单位自己的代码。这里只写别的单位，请改正或者去掉这一项。` };
    }
    const asked = data.units.filter(({ use }) => use === '检索时问').length;
    if (asked > MOST_ASKED)
      yield {
        ...place(['units']),
        message: `“检索时问”的有 ${asked} 个，最多 ${MOST_ASKED} 个。其余的请写 use: 汇集，用 npm run fetch:units 收进本站的索引。`,
      };
  },
  examples: {
    ok: [{ file: 'site.yaml', replace: ['units: []', 'units: [{ name: 青川, code: QC, address: /qingchuan/ }]'] }],
    notOk: [
      {
        file: 'site.yaml',
        replace: ['units: []', 'units: [{ name: 青川, code: QC, address: /a/ }, { name: 青川, code: BC, address: /b/ }]'],
      },
      {
        file: 'site.yaml',
        replace: ['units: []', 'units: [{ name: 青川, code: QC, address: /a/ }, { name: 北川, code: QC, address: /b/ }]'],
      },
      {
        file: 'site.yaml',
        replace: [
          'units: []',
          `units: [${'甲乙丙丁戊己庚辛壬癸子'
            .split('')
            .map((name, index) => `{ name: ${name}, code: U${index}, address: /u${index}/ }`)
            .join(', ')}]`,
        ],
      },
    ],
  },
};
