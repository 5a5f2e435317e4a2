import { expect, test } from 'vitest';
import { signedText } from '../../src/import/sign-off.ts';

const DRAFT = `---
# 由 案例.xlsx 导入。
id: RC-001
title: 甲
status: 草稿
published: "2026-11-20"
updated: "2026-11-20"
# 待核
actor: '**市'
---

正文。status: 草稿
`;
const BY = { writer: '某科科员', reviewer: '某科科长', date: '2026-11-28' };

test('a draft goes out on the day of signing, and no other byte changes', () => {
  const signed = signedText(DRAFT, BY);
  expect(signed).toBe(
    DRAFT.replace('status: 草稿', 'status: 发布')
      .replaceAll('"2026-11-20"', '"2026-11-28"')
      .replace(
        "actor: '**市'\n",
        'actor: \'**市\'\nsignOff:\n  writer: 某科科员\n  reviewer: 某科科长\n  date: "2026-11-28"\n  secrecy: 已做\n',
      ),
  );
});

test('who signs again takes the place of who signed before, and the days of what was out stay', () => {
  const out = signedText(DRAFT, BY);
  const again = signedText(out, { ...BY, reviewer: '某处处长', date: '2026-12-01' });
  expect(again).toBe(out.replace('某科科长', '某处处长').replace('date: "2026-11-28"\n  secrecy', 'date: "2026-12-01"\n  secrecy'));
});

test('line ends of Windows stay', () => {
  expect(signedText(DRAFT.replaceAll('\n', '\r\n'), BY)).toBe(signedText(DRAFT, BY).replaceAll('\n', '\r\n'));
});
