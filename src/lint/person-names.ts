/** What looks like a person's name, for the rules that remind of one; nothing but a reader can tell for certain. */

/** Chinese family names, as a part of a pattern. */
export const FAMILY =
  '欧阳|上官|诸葛|司马|司徒|慕容|夏侯|皇甫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫经房裘缪解应宗丁宣邓郁杭洪包左石崔吉龚程邢裴陆荣翁甄曲封储靳段焦侯宁仇甘厉祖武符刘景詹龙叶司黎印白怀蒲鄂索赖卓蔺屠蒙池乔阴翟谭贡姬申冉雍桑桂牛边燕冀浦尚农温柴晏瞿阎连习艾鱼容向古易廖耿满匡文东欧沃利巩聂敖冷曾关查游权盖益公肖闫付代]';
/** Posts behind which a name may stand, as a part of a pattern. */
export const POST =
  '书记|主任|局长|县长|市长|区长|镇长|乡长|村长|州长|省长|厅长|处长|科长|股长|所长|站长|院长|校长|队长|组长|会长|部长|董事长|经理|主席|委员|民警|法官|检察官|干部|科员|专干|秘书|教师|医生|工程师|负责人';

/** What ends so, or has this in it, is a place, a unit or masked already. */
export const NOT_A_NAME = /[某君市县区省镇乡村州旗局部委院厅校站所办队组厂司队社]$|某|姓名|部门|人员|干部|负责/u;

/** Asks for the mask of a name that stands behind a post, or alone. */
export function askForMask(post: string, name: string): string {
  const masked = `${name[0] ?? ''}某`;
  const cure = post === '' ? `请写来源里的职务加“${masked}”` : `请写职务加“某”，如“${post}${masked}”`;
  return `“${name}”像是一个人的姓名。本站不写当事人姓名，${cure}；不是姓名就不用改。`;
}

const AFTER_POST = new RegExp(`^(.*(?:${POST}))((?:${FAMILY})[\\p{Script=Han}]{1,2})(?:同志|等人|等)?$`, 'u');
const ALONE = new RegExp(`^(?:${FAMILY})[\\p{Script=Han}]{1,2}(?:同志)?$`, 'u');

/** The name that a text ends with behind a post, or is, where it may stand alone. */
export function nameIn(part: string, mayStandAlone: boolean): { post: string; name: string } | undefined {
  const [, post, name] = AFTER_POST.exec(part) ?? [];
  if (post !== undefined && name !== undefined && !NOT_A_NAME.test(name)) return { post, name };
  return mayStandAlone && ALONE.test(part) && !NOT_A_NAME.test(part) ? { post: '', name: part.replace(/同志$/u, '') } : undefined;
}

/** Whether somebody has written a name where a post belongs; 组织员 and 安全员 begin like names too. */
export function isNameForPost(text: string): boolean {
  return !ENDS_LIKE_A_POST.test(text) && nameIn(text, true) !== undefined;
}

const ENDS_LIKE_A_POST = /[长员任委工师记事科处室办组管理书监岗]$/u;
