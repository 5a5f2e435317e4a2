import { meantComponent } from '../components.ts';
import type { Rule } from '../rule.ts';

/** Reports HTML in a body: tags, event attributes, and links that carry code. */
export const rawHtml: Rule = {
  id: 'raw-html',
  severity: 'error',
  isAlone: true,
  docs: '正文不写 HTML：没有标签，没有 onclick 之类的属性，没有 javascript: 或 data: 链接，也不放图片。',
  *check({ entries, pages, notes }) {
    for (const { file, body, texts } of [...entries, ...pages, ...notes]) {
      for (const { path, text } of texts) {
        const tag = /<(?:[!?]|\/?[a-z])[^<>]{0,30}>?/iu.exec(text)?.[0];
        if (tag)
          yield {
            file: file.path,
            at: file.yaml?.valueAt(path),
            message: `字段里不能写 HTML 标签“${tag}”。请只写文字；半角的“<”请写成全角或改用文字。`,
          };
      }
      for (const { name, attributes, at } of body.elements) {
        const handler = [...attributes.keys()].find((attribute) => /^on/iu.test(attribute));
        if (/^[a-z]/u.test(name)) yield { file: file.path, at, message: explainTag(name) };
        else if (handler) yield { file: file.path, at, message: `“<${name}>”带有会运行程序的属性“${handler}”。请删去这个属性。` };
      }
      for (const { url, at } of body.links) {
        // Browsers pass over blanks and control characters in front of a scheme and within it.
        const scheme = /^(?!https?:)[a-z][a-z0-9+.-]*:/iu.exec(url.replace(/[\s\p{C}]/gu, ''))?.[0];
        if (scheme)
          yield {
            file: file.path,
            at,
            message: `链接以“${scheme}”开头，可能运行程序或打开别的软件。链接只写条目编号，如 [长沙的做法](SJ-009)。`,
          };
      }
      for (const at of body.images)
        yield { file: file.path, at, message: '正文不放图片。能用文字和数字说的请写成文字；地图和带标志的图一律不用。' };
    }
  },
  examples: {
    ok: [{ body: '<EditorNote>\n**先看**单位。\n</EditorNote>' }],
    notOk: [
      { body: '<script>a</script>' },
      { body: '<iframe src="x"></iframe>' },
      { body: '<EditorNote onclick="a()">\n先看单位。\n</EditorNote>' },
      { body: '[看这里](javascript:alert(1))' },
      { body: '[看这里](data:text/html,a)' },
      { body: '[看这里](mailto:a)' },
      { fields: { transfer: ['<img src=x onerror=alert(1)>'] } },
      { body: '![图](map.png)' },
    ],
  },
};

/** A component with small letters is taken for a tag of HTML. */
function explainTag(name: string): string {
  const meant = meantComponent(name);
  if (meant) return `“<${name}>”的大小写不对，会被当作 HTML 标签。组件的名称要写成“<${meant}”，第一个字母大写。`;
  return `正文里不能写 HTML 标签“<${name}>”。分段空一行，加粗用两个星号，其他请用规定的组件。`;
}
