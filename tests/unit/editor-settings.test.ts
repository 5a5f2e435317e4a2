import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listSchemas } from '../../src/export/json-schemas.ts';

test('the editor is pointed to the schema of every list', () => {
  const settings = JSON.parse(readFileSync(join(import.meta.dirname, '../../.vscode/settings.json'), 'utf8'));
  const wanted = [...listSchemas().keys()].map((path) => [`.build/schema/${path.replace('.yaml', '.json')}`, `/content/${path}`]);
  expect(settings['yaml.schemas']).toEqual(Object.fromEntries(wanted));
});
