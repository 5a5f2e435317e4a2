/** A level as readers say it: 省级, 县级; 中央 and 单位 by themselves. */
export function levelName(level: string): string {
  return level === '单位' || level === '中央' ? level : `${level}级`;
}
