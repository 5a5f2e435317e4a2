/** Short names of source documents, which few readers know, lead to what they are; retired entries say so wherever they are listed. */
import { expect, test } from 'vitest';
import { markedTitle } from '../../src/domain/site/register.ts';
import { register } from '../../src/views/desk.ts';
import { hubGroups } from '../../src/views/hub-groups.ts';
import { linkDocuments, listLink, toLink } from '../../src/views/links.ts';
import { makeEntry, makePolicy, makePractice, makeSite, makeSource } from '../support/make-entries.ts';

const survey = makeSource({ id: 'S0', shortName: '临泽县调研', title: '临泽县干部担当作为情况调研报告' });
const site = makeSite(survey, makeSource({ id: 'S3', shortName: '2021年综述', title: '各地工作综述' }));

test('each short name in a sentence leads to its document, whose whole title stands with it; the rest is as it was', () => {
  const parts = linkDocuments(site, '建议：临泽县调研提出，2021年综述没有写。');
  expect(parts.map(({ text }) => text).join('')).toBe('建议：临泽县调研提出，2021年综述没有写。');
  expect(parts.filter(({ document }) => document).map(({ text, document }) => [text, document?.href, document?.title])).toEqual([
    ['临泽县调研', '/sources/s0/', '临泽县干部担当作为情况调研报告'],
    ['2021年综述', '/sources/s3/', '各地工作综述'],
  ]);
  expect(linkDocuments(makeSite(makePractice()), '照旧。')).toEqual([{ text: '照旧。' }]);
});

test('a page of one field shows what can be used before the documents from which it was drawn', () => {
  expect(hubGroups(site, [survey, makePractice()], '/themes/x/').map(({ id }) => id)).toEqual(['practices', 'sources']);
});

test('a retired entry says so in a list, and what stands for it', () => {
  const retired = { date: '2026-11-28', reason: '并入', replacedBy: 'RC-222' };
  expect(toLink(makeEntry('tolerance', { id: 'RC-036', status: '退出', retired })).notes).toEqual(['已退出，见 RC-222']);
});

test('a list says of a document that another has replaced that it does not hold, before what else it says', () => {
  const old = makePolicy({ id: 'ZC-0001', dates: { issued: '2015-07' }, docNumber: '某发〔2015〕1号' });
  const held = makeSite(old, makePolicy({ id: 'ZC-0002', dates: { issued: '2022-09-08' }, replaces: ['ZC-0001'] }));
  expect(listLink(held, old).notes.slice(0, 2)).toEqual(['已被代替', '某发〔2015〕1号']);
  // And in the tray, in what is found for a class, and in every file of results.
  const [registered = { title: '' }] = register(held);
  expect(markedTitle(registered)).toBe(`${old.data.title}（已被代替）`);
});
