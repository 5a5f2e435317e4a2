import { atField } from '../rule.ts';
import { sourceMatches } from '../source-matches.ts';
import type { Rule } from '../rule.ts';

/** Reminds of what looks like a person's name where a post belongs, or behind a post anywhere else. Nothing but a reader can tell for certain. */
export const nameInActor: Rule = {
  id: 'name-in-actor',
  severity: 'warning',
  isAlone: true,
  docs: '当事人写职务加“某”（县交通局局长张某），标题、摘要和正文里也一样，不写姓名。',
  *check({ entries }) {
    for (const { file } of entries) {
      for (const finding of sourceMatches(file, IN_PROSE, ([, post = '', name = '']) => (isWordOrMasked(name) ? '' : tell(post, name)))) {
        if (finding.message !== '') yield finding;
      }
    }
    for (const entry of entries) {
      if (entry.collection !== 'tolerance' && entry.collection !== 'practices') continue;
      const actor = entry.data['actor'];
      if (typeof actor !== 'string') continue;
      const found = actor
        .split(/[、，；,;。（）()及和与]/u)
        .flatMap((part) => nameIn(part.trim(), entry.collection === 'tolerance') ?? [])[0];
      if (!found) continue;
      yield atField(entry, ['actor'], tell(found.post, found.name));
    }
  },
  examples: {
    ok: [
      { fields: { summary: '县长李某主持，办公室主任管后勤，干部安排好，书记常说要办。' } },
      { fields: { actor: '浙江各级组织系统' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '县交通局局长张某' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '余姚市' } },
    ],
    notOk: [
      { fields: { summary: '县交通局局长张建国，同意先行开工。' } },
      { fields: { transfer: ['副镇长欧阳明在会上表了态。'] } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '张建国' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '县交通局局长张建国' } },
      { file: 'tolerance/scenario.mdx', fields: { actor: '镇长欧阳明、副镇长李某' } },
      { fields: { actor: '县委书记王伟' } },
    ],
  },
};

const FAMILY =
  '欧阳|上官|诸葛|司马|司徒|慕容|夏侯|皇甫|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏窦章苏潘葛奚范彭郎鲁韦马苗凤花方俞任袁柳鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于傅皮卞齐康伍余元卜顾孟黄穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫经房裘缪解应宗丁宣邓郁杭洪包左石崔吉龚程邢裴陆荣翁甄曲封储靳段焦侯宁仇甘厉祖武符刘景詹龙叶司黎印白怀蒲鄂索赖卓蔺屠蒙池乔阴翟谭贡姬申冉雍桑桂牛边燕冀浦尚农温柴晏瞿阎连习艾鱼容向古易廖耿满匡文东欧沃利巩聂敖冷曾关查游权盖益公肖闫付代]';
const POST =
  '书记|主任|局长|县长|市长|区长|镇长|乡长|村长|州长|省长|厅长|处长|科长|股长|所长|站长|院长|校长|队长|组长|会长|部长|董事长|经理|主席|委员|民警|法官|检察官|干部|科员|专干|秘书|教师|医生|工程师|负责人';
const AFTER_POST = new RegExp(`^(.*(?:${POST}))((?:${FAMILY})[\\p{Script=Han}]{1,2})(?:同志|等人|等)?$`, 'u');
const ALONE = new RegExp(`^(?:${FAMILY})[\\p{Script=Han}]{1,2}(?:同志)?$`, 'u');
/** What ends so is a place or a unit. */
const NOT_A_NAME = /[某君市县区省镇乡村州旗局部委院厅校站所办队组厂司队社]$|某|姓名|部门|人员|干部|负责/u;

function tell(post: string, name: string): string {
  const masked = `${post === '' ? '县某局局长' : post}${name[0] ?? ''}某`;
  return `“${name}”像是一个人的姓名。本站不写当事人姓名，请写职务加“某”，如“${masked}”；不是姓名就不用改。`;
}

/** Behind a post in a sentence, where it ends or something is said of it; the field of the actor is looked at by itself. */
const IN_PROSE = new RegExp(
  `(?<!^actor:.*)(${POST.replace('干部|', '')})((?:${FAMILY})[\\p{Script=Han}]{1,2})(?=[，。、；：（）“”"因被在曾于率未违认]|$)`,
  'gmu',
);
const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });
/** Family names that are as often verbs: 主任管后勤, 书记关心. */
const VERBS = /^[容管关查应解安常于和向从能游益盖]/u;

/** Whether it is a word on the list of the runtime (安排), begins like a verb, is masked, or names the leader whom everyone may name. */
function isWordOrMasked(name: string): boolean {
  return VERBS.test(name) || NOT_A_NAME.test(name) || name === '习近平' || [...WORDS.segment(name)].length === 1;
}

function nameIn(part: string, mayStandAlone: boolean): { post: string; name: string } | undefined {
  const [, post, name] = AFTER_POST.exec(part) ?? [];
  if (post !== undefined && name !== undefined && !NOT_A_NAME.test(name)) return { post, name };
  return mayStandAlone && ALONE.test(part) && !NOT_A_NAME.test(part) ? { post: '', name: part.replace(/同志$/u, '') } : undefined;
}
