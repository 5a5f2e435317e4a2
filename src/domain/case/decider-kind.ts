/** Which kinds of bodies a sentence on the decider names. Sorted by words, to find and to group by; never a statement on who may decide. */
import { isUnknown } from '../../schema/unknown.ts';

/** The kinds in the order in which they are listed; the last is for a sentence that names none of them. */
export const DECIDER_KINDS = [
  '纪检监察机关',
  '组织（人事）部门',
  '党委（党组）',
  '联席会议或协调小组',
  '问责机关（按权限）',
  '审计机关',
  '司法和公安机关',
  '政府和主管部门',
  '其他写法',
] as const;
export type DeciderKind = (typeof DECIDER_KINDS)[number];

/** The kinds that a sentence names, in that order; none where nothing is known of the decider. */
export function deciderKinds(text: string): DeciderKind[] {
  if (isUnknown(text) || text.trim() === '') return [];
  const named = WORDS.filter(([, words]) => words.test(text)).map(([kind]) => kind);
  return named.length > 0 ? named : ['其他写法'];
}

const WORDS: readonly (readonly [DeciderKind, RegExp])[] = [
  ['纪检监察机关', /纪委|监委|纪检|监察机关|纪工委/u],
  ['组织（人事）部门', /组织部|组织（人事）|组织人事|组织、人事/u],
  // 纪委常委会 is no 常委会 of a party committee, and 纪委监委 ends in no 市委.
  ['党委（党组）', /党委|党组|党工委|[省市县区州]委(?:常委会|审批|批准|研究|牵头|、|，|。|；|责成|$)/u],
  ['联席会议或协调小组', /联席会|协调小组|领导小组/u],
  ['问责机关（按权限）', /问责机[关构]|责任追究机关|问责实施机关/u],
  ['审计机关', /审计机关|审计局|审计厅|审计署/u],
  ['司法和公安机关', /法院|检察院|公安/u],
  ['政府和主管部门', /政府|主管部门|管理机构|督查室|[局厅]党?(?:委|组|。|，|；|$)/u],
];
