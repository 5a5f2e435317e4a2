/** The arguments of a command: whoever mistypes one gets a sentence with what can be written, and nothing is begun. */
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** What stands behind the command, as `node:util` reads it; ends the process with 2 where something of it cannot be. */
export function readArguments<const T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    console.error(`${tellFault(error)}${tellOptions(config)}`);
    process.exit(2);
  }
}

/** What a build can be told. */
export interface BuildWish {
  /** Whether Pagefind's index is made however many entries there are. */
  withPagefind: boolean;
}

export function readBuildArguments(): BuildWish {
  const { values } = readArguments({ options: { 'with-pagefind': { type: 'boolean', default: false } } });
  return { withPagefind: values['with-pagefind'] };
}

function tellFault(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const named = /'([^']*)'/u.exec(message)?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `不认识“${named}”。`;
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `“${named}”是多出来的，这个命令后面只写选项。`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `“${named.split(/[ ,]/u).find((part) => part.startsWith('--')) ?? named}”写得不对。`;
  throw error;
}

function tellOptions({ options = {} }: ParseArgsConfig): string {
  const all = Object.entries(options).map(([name, { type }]) => (type === 'string' ? `--${name} 值` : `--${name}`));
  return all.length > 0 ? `可以写的有：${all.join('、')}。` : '这个命令没有选项。';
}
