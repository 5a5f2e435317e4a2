/** `npm run nginx`: writes a ready nginx configuration for the site as it is set in `src/site.ts`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nginxConfig } from '../hosting/nginx.ts';
import { settings } from '../site.ts';
import { addressProblem } from './settings.ts';

const problem = addressProblem(settings.url);
if (problem !== undefined) {
  console.error(problem);
  process.exit(1);
}
const named = settings.url === '' ? undefined : new URL(settings.url);

const { values } = parseArgs({
  options: {
    root: { type: 'string', default: 'dist' },
    listen: { type: 'string', default: named?.port || '80' },
    out: { type: 'string', default: '.build/nginx.conf' },
  },
});

const root = resolve(values.root);
const out = resolve(values.out);
await mkdir(dirname(out), { recursive: true });
await writeFile(out, nginxConfig({ root, base: settings.base, host: named?.hostname ?? '_', listen: values.listen }));
console.log(
  `已写出 ${out}：网站文件在 ${root}，网址是 ${settings.url || '（没有设 SITE_URL）'} 的 ${settings.base}，监听 ${values.listen}。`,
);
if (!named) console.log('没有设 SITE_URL，server_name 写作 _ ：同一台机器上还有别的网站的，请设好 SITE_URL 再写一次。');
console.log('放进 nginx 的 conf.d 文件夹，运行 nginx -t 检查，再 nginx -s reload。');
