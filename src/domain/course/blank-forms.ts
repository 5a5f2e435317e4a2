/** The blank forms of a class, each by what is filled in. They hold no fact. */

export interface BlankForm {
  title: string;
  /** How it is filled in, printed small above it. */
  note: string;
  /** What is filled in, one line each. */
  fields: readonly string[];
  /** Columns beside the fields; one unnamed column when there are none. */
  columns: readonly string[];
}

/** Forms that do not depend on a case, by the kind of handout. */
export const BLANK_FORMS = {
  六因素表: {
    title: '六因素空白表',
    note: '逐项照材料填；材料没有写的填“未载”，不推断，不打分。',
    fields: ['动机态度', '客观条件', '程序方法', '性质程度', '后果影响', '挽回损失'],
    columns: ['材料怎么写', '出在哪一段', '未载，要问谁'],
  },
  会商记录: {
    title: '会商记录页',
    note: '散会以前写完，别组能照着办；意见不同的，两种都记。',
    fields: ['时间、地点、在座的人', '议的是什么事', '各人说的事实', '决定：谁办、怎样办', '依据写在哪里', '时限，做不到怎么办'],
    columns: [],
  },
  报备表: {
    title: '请示报备材料（练习用空白页）',
    note: '只供课堂练习；本单位有规定格式的照规定。',
    fields: ['报给谁，抄给谁', '要办的事，缺什么', '想怎样办，依据是什么', '可能的后果，怎样控制', '请求：批什么，什么时候以前'],
    columns: [],
  },
  检索记录: {
    title: '检索记录页',
    note: '查不到也是结果，照实写；情景不算案例。',
    fields: ['要查的事，一句话', '第一次：用词、筛选、查到几条', '第二次：换了什么词、查到几条', '读过的条目', '没有查到的'],
    columns: [],
  },
} as const satisfies Record<string, BlankForm>;

export type BlankFormKind = keyof typeof BLANK_FORMS;

export function isBlankForm(kind: string): kind is BlankFormKind {
  return kind in BLANK_FORMS;
}
