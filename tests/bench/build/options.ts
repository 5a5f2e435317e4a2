/** What is asked of `npm run bench:build`. */
import { parseArgs } from 'node:util';

export interface Options {
  /** Numbers of entries, smallest first. */
  sizes: number[];
  /** Build sites of other generators too. */
  peers: boolean;
  /** A commit to build as well. */
  before?: string;
  /** Rounds. */
  repeat: number;
}

const USAGE = '用法：npm run bench:build -- [--size 1000,4000] [--peers] [--before 提交] [--repeat 3]';

/** Reads the arguments, of a library that has `count` entries; a message when they cannot be followed. */
export function readOptions(args: readonly string[], count: number): Options | string {
  const read = parse(args);
  if (!read) return USAGE;
  const { size = [], peers = false, before, repeat = '1' } = read;
  const asked = size.flatMap((one) => one.split(/[,，]/u));
  const wrong = [...asked, repeat].find((one) => !/^[1-9]\d*$/u.test(one));
  if (wrong !== undefined) return `“${wrong}”不是个数。${USAGE}`;
  const sizes = size.length > 0 ? asked.map(Number) : [count, ...[1000, 4000].filter((one) => one > count)];
  const small = sizes.find((one) => one < count);
  if (small !== undefined) return `现有 ${count} 个条目，不能减到 ${small} 个。${USAGE}`;
  return { sizes: [...new Set(sizes)].sort((a, b) => a - b), peers, repeat: Number(repeat), ...(before !== undefined && { before }) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        size: { type: 'string', multiple: true },
        peers: { type: 'boolean' },
        before: { type: 'string' },
        repeat: { type: 'string' },
      },
    }).values;
  } catch {
    return undefined;
  }
}
