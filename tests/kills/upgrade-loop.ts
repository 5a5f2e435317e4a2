/** Gives a content folder one set of files after the other until it is killed: `node upgrade-loop.ts DIR`. All files of a set hold its number. */
import { replaceContent } from '../../src/commands/replace-content.ts';

const [, , content] = process.argv;
if (content === undefined) throw new Error('which folder?');
const texts = (number: number) => new Map(Array.from({ length: 30 }, (_, index) => [`practices/${index}.mdx`, String(number)] as const));
for (let number = process.pid * 1000; ; number += 1) await replaceContent(content, texts(number), []);
