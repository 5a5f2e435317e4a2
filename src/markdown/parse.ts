/** The one Markdown dialect: GFM, bold that works next to Chinese punctuation, no smart punctuation. */
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import type { Root } from 'mdast';
import { unified } from 'unified';
import { standAlone } from './body-shape.ts';
import { remarkJoinLines } from './join-lines.ts';
import { remarkLineEnds } from './line-ends.ts';

/** Plugins that pages, checks and exports share. */
export const remarkPlugins = [remarkGfm, remarkCjkFriendly, remarkLineEnds, remarkJoinLines] as const;

const parser = unified().use(remarkParse).use(remarkMdx).use(remarkGfm).use(remarkCjkFriendly);

/** Parses an entry's body to a Markdown tree with positions; throws a `VFileMessage` where the MDX cannot be read. */
export function parseBody(source: string): Root {
  const root = parser.parse(source);
  standAlone(root);
  return root;
}
