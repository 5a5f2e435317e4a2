/** The site's columns: what a reader comes with, then the walk 问题 → 原因 → 举措 → 机制 → 实践 → 出处. */
export const NAVIGATION = [
  { label: '情形', path: '/situations/' },
  { label: '问题导航', path: '/guide/' },
  { label: '问题', path: '/problems/' },
  { label: '原因', path: '/causes/' },
  { label: '举措', path: '/measures/' },
  { label: '机制', path: '/mechanisms/' },
  { label: '地区实践', path: '/practices/' },
  { label: '案例库', path: '/tolerance/' },
  { label: '政策法规', path: '/policies/' },
  { label: '教学课程', path: '/courses/' },
  { label: '术语', path: '/terms/' },
  { label: '对读', path: '/tensions/' },
  { label: '来源文献', path: '/sources/' },
  { label: '地区', path: '/regions/' },
  { label: '领域', path: '/themes/' },
] as const;

/** What each unknown value means, in a sentence for readers. */
export const UNKNOWN_MEANING = {
  未载: '来源没有写。',
  未公开: '没有找到公开的资料。',
  隐去: '来源用星号隐去，本库不补。',
} as const;
