/** A way into the site: its name and its path. */
export interface NavigationLink {
  label: string;
  path: string;
}

/** The site in four groups: what a reader meets, what can be relied on, what others did, and what a class or a paper is made with. */
export const NAVIGATION: { name: string; links: NavigationLink[] }[] = [
  {
    name: '情形与问题',
    links: [
      { label: '遇到的情形', path: '/situations/' },
      { label: '问题导航', path: '/guide/' },
      { label: '问题表现', path: '/problems/' },
      { label: '原因分析', path: '/causes/' },
      { label: '对策举措', path: '/measures/' },
    ],
  },
  {
    name: '依据',
    links: [
      { label: '政策法规', path: '/policies/' },
      { label: '地方规则对照', path: '/matrix/rules/' },
      { label: '制度机制', path: '/mechanisms/' },
      { label: '术语', path: '/terms/' },
      { label: '文献对读', path: '/tensions/' },
      { label: '来源文献', path: '/sources/' },
    ],
  },
  {
    name: '案例',
    links: [
      { label: '容错纠错案例', path: '/tolerance/' },
      { label: '地区实践', path: '/practices/' },
      { label: '地区', path: '/regions/' },
      { label: '领域', path: '/themes/' },
      { label: '案例比对', path: '/compare/' },
      { label: '类案检索报告', path: '/report/' },
    ],
  },
  {
    name: '备课与工具',
    links: [
      { label: '教学课程', path: '/courses/' },
      { label: '教学选编', path: '/pack/' },
      { label: '六因素研判单', path: '/worksheet/' },
      { label: '数字一览', path: '/figures/' },
      { label: '更新记录', path: '/changes/' },
    ],
  },
];

/** The ways into the content that need no tool, for pages that found nothing. */
export const BROWSE_LINKS: NavigationLink[] = NAVIGATION.slice(0, 3).flatMap(({ links }) => links);

/** What each unknown value means, in a sentence for readers. */
export const UNKNOWN_MEANING = {
  未载: '来源没有写。',
  未公开: '没有找到公开的资料。',
  隐去: '来源用星号隐去，本库不补。',
} as const;
