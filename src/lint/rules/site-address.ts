import { addressProblem, AS_FIELDS, baseProblem } from '../../domain/site/site-address.ts';
import type { Rule } from '../rule.ts';

/** Reports an address or a path of the site, in `site.yaml`, that cannot be one. */
export const siteAddress: Rule = {
  id: 'site-address',
  severity: 'error',
  docs: 'site.yaml 的 address 只写到主机，base 只写路径：字母、数字、汉字、空格和 - . _ ~ ，用 / 分开。',
  *check({ files, known: { site } }) {
    if (!site || !files.includes(site.file)) return;
    const { file, data } = site;
    const found = { address: addressProblem(data.address, AS_FIELDS), base: baseProblem(data.base, AS_FIELDS) };
    for (const field of ['address', 'base'] as const) {
      const message = found[field];
      if (message !== undefined) yield { file: file.path, at: file.yaml?.valueAt([field]), message: withStop(message) };
    }
  },
  examples: {
    ok: [
      { file: 'site.yaml', replace: ['address: ""', 'address: "http://10.0.0.8:8080"'] },
      { file: 'site.yaml', replace: ['base: /', 'base: /干部 学习/知识库/'] },
      { file: 'site.yaml', replace: ['base: /', 'base: kb'] },
    ],
    notOk: [
      { file: 'site.yaml', replace: ['address: ""', 'address: "http://10.0.0.8/kb"'] },
      { file: 'site.yaml', replace: ['address: ""', 'address: 10.0.0.8'] },
      { file: 'site.yaml', replace: ['base: /', 'base: http://10.0.0.8/kb'] },
      { file: 'site.yaml', replace: ['base: /', 'base: 10.0.0.8/kb'] },
      { file: 'site.yaml', replace: ['base: /', 'base: C:/Program Files/Git/kb/'] },
      { file: 'site.yaml', replace: ['base: /', 'base: /%E7%9F%A5/'] },
      { file: 'site.yaml', replace: ['base: /', 'base: kb\\site'] },
      { file: 'site.yaml', replace: ['base: /', 'base: /../kb/'] },
    ],
  },
};

/** What ends in something to copy ends without a full stop. */
function withStop(message: string): string {
  return /[。]$/u.test(message) ? message : `${message.trimEnd()} 。`;
}
