/** The editor's desk in one browser: the list, an entry changed, undone and saved, a citation chosen, a table looked at, a list changed. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeskContent } from '../../src/edit/desk-content.ts';
import { newEntryIn } from '../../src/edit/new-entry.ts';
import { serveDesk } from '../../src/edit/serve-desk.ts';
import type { RemoteBrowser } from '../support/remote-browser.ts';
import type { Tried } from './visit.ts';

const ROOT = join(import.meta.dirname, '../..');
const PATIENCE = 40_000;

/** What only scripts of the page can do: values are typed as keys would, and the desk hears of it. */
const HELPERS = `
  window.find = (selector, words) => Array.prototype.find.call(document.querySelectorAll(selector), (element) => element.textContent.indexOf(words) >= 0);
  window.press = (selector, words) => { const found = find(selector, words); if (!found) throw new Error('没有“' + words + '”'); found.click(); };
  window.type = (label, words) => {
    const field = find('.field', label).querySelector('textarea, input');
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.dispatchEvent(new Event('change', { bubbles: true }));
  };`;

/** Opens a desk over the small content, and does with it what an editor does. */
export async function tryDesk(browser: RemoteBrowser): Promise<Tried> {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  cpSync(join(ROOT, 'tests/fixtures/sound-content/content'), join(folder, 'content'), { recursive: true });
  const content = await DeskContent.open({ root: join(folder, 'content'), cache: join(folder, 'read') }, () => '2026-11-28');
  const desk = await serveDesk(content, { root: ROOT, keep: join(folder, 'edit'), port: 0, newEntry: newEntryIn(content) });
  const text = () => readFileSync(join(folder, 'content/practices/example.mdx'), 'utf8');
  try {
    const until = (condition: string, problem: string) => waitFor(browser, condition, problem);
    const act = (script: string) => browser.ask(`(() => { ${script} })()`);
    await browser.open(desk.url);
    await act(HELPERS);
    await until(`document.querySelectorAll('tbody tr').length > 5`, '没有列出条目');
    await act(`location.hash = '#/practices/example'`);
    await until(`find('.field', '标题') !== undefined`, '表单没有出来');
    await act(`type('标题', '旧浏览器里改的标题')`);
    await until(`document.querySelector('.status').textContent.indexOf('还没有保存') >= 0`, '改动没有送到编辑台');
    await act(`press('button', '撤销')`);
    await until(`document.querySelector('.status').textContent.indexOf('和文件一样') >= 0`, '没有撤销');
    await act(`type('标题', '旧浏览器里改的标题')`);
    await until(`document.querySelector('.status').textContent.indexOf('还没有保存') >= 0`, '改动没有送到编辑台');
    await act(`press('button', '选出处')`);
    await until(`document.querySelector('dialog .cite-place') !== null`, '选出处没有打开');
    await act(`press('dialog button', '关闭')`);
    await act(`press('button', '看改动，保存')`);
    await until(`document.querySelector('dialog .diff-new') !== null`, '没有列出改动');
    await act(`press('dialog button', '保存')`);
    await until(`document.querySelector('.notices').textContent.indexOf('保存好了') >= 0`, '没有保存');
    const faults = text().includes('title: 旧浏览器里改的标题') ? [] : ['文件里没有改过的标题'];
    await until(`document.querySelector('iframe').contentDocument.querySelector('h1') !== null`, '页面没有出来');
    for (const [hash, words] of [
      ['import', '导入'],
      ['sign-off', '审核发布'],
      ['lists', '词表'],
      ['lists/regions', '地区'],
    ]) {
      await act(`location.hash = '#/${hash ?? ''}'`);
      await until(`find('h1', '${words ?? ''}') !== undefined`, `“${words ?? ''}”没有打开`);
    }
    await act(`press('button', '添加一项')`);
    await until(`document.querySelector('dialog form input') !== null`, '添加一项没有打开');
    return { name: '编辑台', faults: [...faults, ...browser.takeComplaints()] };
  } catch (error) {
    return { name: '编辑台', faults: [error instanceof Error ? error.message : String(error), ...browser.takeComplaints()] };
  } finally {
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function waitFor(browser: RemoteBrowser, condition: string, problem: string): Promise<void> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    if (await browser.ask<boolean>(`Boolean(${condition})`)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(problem);
}
