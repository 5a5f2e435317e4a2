/** Reads the controlled lists from `content/vocab/`; throws with the file's name when one does not fit its schema. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createVocabulary, MAY_BE_ABSENT, vocabularyFiles } from '../schema/vocabulary.ts';
import type { Vocabulary, VocabularyData, VocabularyName } from '../schema/vocabulary.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { contentFolder } from './site-file.ts';

/** Loads every list below `contentRoot` (by default that of the project). */
export function readVocabulary(contentRoot = contentFolder()): Vocabulary {
  const names = Object.keys(vocabularyFiles) as VocabularyName[];
  const lists = names.map((name) => {
    const path = join(contentRoot, 'vocab', `${name}.yaml`);
    const none = MAY_BE_ABSENT[name];
    if (none && !existsSync(path)) return [name, none] as const;
    const result = vocabularyFiles[name].safeParse(readList(readFileSync(path, 'utf8')));
    if (!result.success) throw new Error(`${path}: ${result.error.message}`);
    return [name, result.data] as const;
  });
  return createVocabulary(Object.fromEntries(lists) as VocabularyData);
}

/** Lists hold nothing to report on, as a rule, and are read fifteen times as fast. */
function readList(text: string): unknown {
  return readPlainYaml(text) ?? parse(text);
}
