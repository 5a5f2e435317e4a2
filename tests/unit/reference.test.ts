import { describe, expect, test } from 'vitest';
import { dayRead, formatReference } from '../../src/domain/reference/reference.ts';
import type { Work } from '../../src/domain/reference/work.ts';

const page = (authors: string[], title: string, more: Partial<Work> = {}): Work => ({
  id: 'GK-0001',
  name: title,
  kind: 'page',
  authors,
  title,
  ...more,
});

describe('the examples of GB/T 7714—2025 for web pages (8.11.3, B.10)', () => {
  test.each<[printed: string, Work, accessed: string]>([
    [
      '许振超. “好好干，当一个好工人”[EB/OL]. （2025-02-17）[2025-06-22]. https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html.',
      page(['许振超'], '“好好干，当一个好工人”', {
        date: '2025-02-17',
        url: 'https://cpc.people.com.cn/n1/2025/0217/c443712-40419790.html',
      }),
      '2025-06-22',
    ],
    [
      '高等教育文献保障系统. 馆际互借与文献传递服务[EB/OL]. [2025-06-21]. http://home.calis.edu.cn/pages/list.html?id=4101e184-7f64-4798-a5e1-8e37aa6994fc.',
      page(['高等教育文献保障系统'], '馆际互借与文献传递服务', {
        url: 'http://home.calis.edu.cn/pages/list.html?id=4101e184-7f64-4798-a5e1-8e37aa6994fc',
      }),
      '2025-06-21',
    ],
    [
      '北京鲁迅博物馆（北京新文化运动纪念馆）. 北京鲁迅博物馆志愿服务章程[EB/OL]. （2021-04-21）[2023-05-02]. http://www.luxunmuseum.com.cn/html/202104/a11310.htm.',
      page(['北京鲁迅博物馆（北京新文化运动纪念馆）'], '北京鲁迅博物馆志愿服务章程', {
        date: '2021-04-21',
        url: 'http://www.luxunmuseum.com.cn/html/202104/a11310.htm',
      }),
      '2023-05-02',
    ],
    [
      '[《昨日之歌》图书封面][EB/OL]. （2015-09-18）[2023-03-06]. http://www.luxunmuseum.com.cn/uploads/allimg/150813/1-150Q31952110-L.jpg.',
      page([], '[《昨日之歌》图书封面]', {
        date: '2015-09-18',
        url: 'http://www.luxunmuseum.com.cn/uploads/allimg/150813/1-150Q31952110-L.jpg',
      }),
      '2023-03-06',
    ],
  ])('%s', (printed, work, accessed) => {
    expect(formatReference(work, '2025', accessed)).toBe(printed);
  });
});

describe('the examples of GB/T 7714—2015 for electronic resources (4.6.2, A.10)', () => {
  test.each<[printed: string, Work, accessed: string]>([
    [
      '萧钰. 出版业信息化迈入快车道[EB/OL]. (2001-12-19)[2002-04-15]. http://www.creader.com/news/20011219/200112190019.html.',
      page(['萧钰'], '出版业信息化迈入快车道', { date: '2001-12-19', url: 'http://www.creader.com/news/20011219/200112190019.html' }),
      '2002-04-15',
    ],
    [
      '北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知: 京政办发[2005]37号[A/OL]. (2005-07-12)[2011-07-12]. http://china.findlaw.cn/fagui/p_1/39934.html.',
      {
        id: 'ZC-0001',
        name: '通知',
        kind: 'document',
        authors: ['北京市人民政府办公厅'],
        title: '关于转发北京市企业投资项目核准暂行实施办法的通知',
        subtitle: '京政办发[2005]37号',
        date: '2005-07-12',
        url: 'http://china.findlaw.cn/fagui/p_1/39934.html',
      },
      '2011-07-12',
    ],
    [
      'Dublin core metadata element set: version 1.1[EB/OL]. (2012-06-14)[2014-06-11]. http://dublincore.org/documents/dces/.',
      page([], 'Dublin core metadata element set', {
        subtitle: 'version 1.1',
        date: '2012-06-14',
        url: 'http://dublincore.org/documents/dces/',
      }),
      '2014-06-11',
    ],
  ])('%s', (printed, work, accessed) => {
    expect(formatReference(work, '2015', accessed)).toBe(printed);
  });
});

test('a report that is read on the web has its day and address after 2025 (8.8.3), and the day of access too after 2015', () => {
  const work: Work = {
    id: 'S2',
    name: '报告',
    kind: 'report',
    authors: ['中国信息通信研究院', '中国电信股份有限公司研究院', '中国移动通信研究院', '另一个研究院'],
    title: '电信业发展白皮书',
    subtitle: '2023：新时代高质量发展探索',
    date: '2023-12-28',
    url: 'http://www.caict.ac.cn/1.pdf',
  };
  expect(formatReference(work, '2025', '2026-11-28')).toBe(
    '中国信息通信研究院，中国电信股份有限公司研究院，中国移动通信研究院，等. 电信业发展白皮书：2023：新时代高质量发展探索[R/OL]. 2023-12-28. http://www.caict.ac.cn/1.pdf.',
  );
  expect(formatReference({ ...work, authors: [] }, '2015', '2026-11-28')).toBe(
    '电信业发展白皮书: 2023：新时代高质量发展探索[R/OL]. (2023-12-28)[2026-11-28]. http://www.caict.ac.cn/1.pdf.',
  );
});

describe('a date that is not known for sure', () => {
  test.each([
    ['2023-05-20', '2023-05-20'],
    ['约2023', '[2023]'],
    ['约2018-11', '[2018-11]'],
    ['约2022—2023', '[2022—2023]'],
    ['约2024至2025', '[2024—2025]'],
    ['约2020-03至2020-04', '[2020-03/2020-04]'],
    ['约2023以后', '[2023以后]'],
    ['11-23（年份未载）', '[年份未载]-11-23'],
  ])('%s stands as %s', (date, printed) => {
    const work = page(['某报'], '题名', { date });
    expect(formatReference(work, '2025')).toBe(`某报. 题名[Z]. ${printed}.`);
    expect(formatReference({ ...work, url: 'http://a.cn/' }, '2015', '2026-11-28')).toBe(
      `某报. 题名[EB/OL]. (${printed})[2026-11-28]. http://a.cn/.`,
    );
  });
});

describe('a reference', () => {
  test.each([
    ['2025', '印森林，吴胜和，李俊飞，等. 储层[EB/OL]. [2025-06-22]. http://a.cn/.'],
    ['2015', '印森林, 吴胜和, 李俊飞, 等. 储层[EB/OL]. [2025-06-22]. http://a.cn/.'],
  ] as const)('of %s names three authors and says 等 for the others', (edition, printed) => {
    const work = page(['印森林', '吴胜和', '李俊飞', '冯文杰'], '储层', { url: 'http://a.cn/' });
    expect(formatReference(work, edition, '2025-06-22')).toBe(printed);
  });

  test.each([
    ['2025', 'Fordham E W，Ali A，Turner D A，et al. Reservoirs[EB/OL]. [2025-06-22]. http://a.cn/.'],
    ['2015', 'Fordham E W, Ali A, Turner D A, et al. Reservoirs[EB/OL]. [2025-06-22]. http://a.cn/.'],
  ] as const)('of %s to a work in English says et al.', (edition, printed) => {
    const work = page(['Fordham E W', 'Ali A', 'Turner D A', 'Charters J R'], 'Reservoirs', { url: 'http://a.cn/' });
    expect(formatReference(work, edition, '2025-06-22')).toBe(printed);
  });

  test('leaves the word of the pattern where nobody has said when the page was read', () => {
    expect(formatReference(page([], '题名', { url: 'http://a.cn/' }), '2025')).toBe('题名[EB/OL]. [引用日期]. http://a.cn/.');
  });

  test('to a document without an address is 其他 after 2025 and an archive after 2015, without a day of access', () => {
    const work: Work = {
      id: 'ZC-0001',
      name: '意见',
      kind: 'document',
      authors: ['中共中央办公厅'],
      title: '意见',
      subtitle: '中办发〔2018〕29号',
      date: '2018-05',
    };
    expect(formatReference(work, '2025', '2026-11-25')).toBe('中共中央办公厅. 意见：中办发〔2018〕29号[Z]. 2018-05.');
    expect(formatReference(work, '2015', '2026-11-25')).toBe('中共中央办公厅. 意见: 中办发〔2018〕29号[A]. 2018-05.');
  });

  test('says where in a work without pages', () => {
    const work: Work = {
      id: 'S3',
      name: '综述',
      kind: 'page',
      authors: [],
      title: '综述',
      publisher: '证券时报网',
      date: '2021-08-23',
      place: '第26段',
    };
    const report: Work = { id: 'S2', name: '报告', kind: 'report', authors: [], title: '报告' };
    expect(formatReference(work, '2025')).toBe('综述[Z]. 证券时报网，2021-08-23：第26段.');
    expect(formatReference({ ...report, place: '第3段' }, '2025')).toBe('报告[R]. 第3段.');
    expect(formatReference(report, '2025')).toBe('报告[R].');
  });
});

test.each([
  ['2026-11-28', '2026-11-28'],
  ['2026-11-20', '2026-11-22'],
  ['2026', '2026-11-22'],
  ['约2027', '2026-11-22'],
  [undefined, '2026-11-22'],
])('what is dated %s, had on 2026-11-22, was read on %s', (date, read) => {
  expect(dayRead(page([], '题名', date === undefined ? {} : { date }), '2026-11-22')).toBe(read);
});
