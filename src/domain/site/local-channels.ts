/** A unit's own offices and telephones beside what rules say of whom to turn to. */
import type { ChannelKind, LocalChannel } from '../../schema/site.ts';

/** By which words of a rule's answer a kind of office is meant. */
const MEANT_BY: Record<ChannelKind, RegExp> = {
  组织人事: /组织部|组织（|组织人事|人事部门|任免机关|管理权限|考核委员会/u,
  纪检监察: /纪检|纪委|监委|监察机关|问责/u,
  信访: /信访/u,
  审计: /审计/u,
  督查: /督查/u,
  法制审核: /决策机关|重大行政决策|复议|法制/u,
  统计: /统计/u,
  本单位: /本单位|所在单位|所在机关|本机关|原处理机关|向机关|向单位|由单位/u,
};

/** The channels that these answers mean, in the order in which the unit wrote them; all of them where the answers mean none. */
export function localChannelsFor(answers: readonly string[], channels: readonly LocalChannel[]): LocalChannel[] {
  const meant = channels.filter(({ kind }) => answers.some((answer) => MEANT_BY[kind].test(answer)));
  return meant.length > 0 ? meant : [...channels];
}
