/**
 * Where the site stands on access for readers with disabilities: every success criterion of WCAG 2.2 at levels A and AA, with its state and
 * how that is known. GB/T 37668-2019 was not seen itself, so its clauses are not quoted; its four aims are the principles of WCAG.
 */

export type AccessState = '符合' | '部分符合' | '未测' | '不涉及';

/** One criterion: number and level in WCAG 2.2, what it asks in our words, the state, and what that rests on. */
export interface AccessPoint {
  no: string;
  level: 'A' | 'AA';
  asks: string;
  state: AccessState;
  basis: string;
}

/** The day on which the states were last gone through. */
export const POINTS_CHECKED = '2026-11-25';

const AXE = '每一种页面由 axe 检查';
const WALK = '每类页面用 Tab 键走完一遍';
const NONE = '站内没有';

/** The criteria under the four aims that WCAG and GB/T 37668-2019 share. */
export const ACCESS_POINTS: Record<'可感知性' | '可操作性' | '可理解性' | '兼容性', AccessPoint[]> = {
  可感知性: [
    point('1.1.1', 'A', '图形有文字替代', '符合', `站内没有图片内容；阶段图旁有同样内容的文字列表。${AXE}`),
    point('1.2.1', 'A', '纯音频、纯视频有替代', '不涉及', `${NONE}音频和视频`),
    point('1.2.2', 'A', '视频有字幕', '不涉及', `${NONE}音频和视频`),
    point('1.2.3', 'A', '视频有描述或文字替代', '不涉及', `${NONE}音频和视频`),
    point('1.2.4', 'AA', '直播有字幕', '不涉及', `${NONE}音频和视频`),
    point('1.2.5', 'AA', '视频有口述影像', '不涉及', `${NONE}音频和视频`),
    point('1.3.1', 'A', '结构能被程序读出', '符合', `标题逐级、表格有表头、表单有标签。${AXE}，W3C 检查器看过全部页面`),
    point('1.3.2', 'A', '读出的顺序有意义', '符合', '版式不改变文字的先后；不用脚本和样式也能从头读到尾'),
    point('1.3.3', 'A', '说明不只靠形状、位置', '未测', '没有逐页人工看过'),
    point('1.3.4', 'AA', '不锁定横屏竖屏', '符合', AXE),
    point('1.3.5', 'AA', '说明输入项的用途', '不涉及', '不收集读者本人的任何信息'),
    point('1.4.1', 'A', '不只靠颜色', '符合', '选中、当前、隐去都另有粗细、线条、符号或文字；在强制颜色下看过'),
    point('1.4.2', 'A', '声音能关', '不涉及', `${NONE}声音`),
    point('1.4.3', 'AA', '文字与底色对比够', '符合', AXE),
    point('1.4.4', 'AA', '文字放大一倍仍可用', '符合', '每类页面把文字放大一倍，不裁切、不横向滚动；字号“大”不少一个字'),
    point('1.4.5', 'AA', '不用图片代替文字', '符合', `${NONE}图片文字`),
    point('1.4.10', 'AA', '窄屏不必左右滚动', '符合', '每一种页面在 320 像素宽下检查；宽表格只在表格内滚动'),
    point('1.4.11', 'AA', '控件边线对比够', '符合', '边线颜色与各底色的对比不低于 3 比 1'),
    point('1.4.12', 'AA', '加大行距字距仍可用', '符合', '每类页面按规定的间距检查，不裁切'),
    point('1.4.13', 'AA', '悬停出现的内容可关闭', '符合', '没有自绘的悬浮层；检索建议按 Esc 关闭'),
  ],
  可操作性: [
    point('2.1.1', 'A', '全部用键盘完成', '符合', WALK),
    point('2.1.2', 'A', '焦点不被困住', '符合', WALK),
    point('2.1.4', 'A', '没有单个字符的快捷键', '符合', '唯一的快捷键是 Ctrl+K，到检索框'),
    point('2.2.1', 'A', '时限可调', '不涉及', `${NONE}时限`),
    point('2.2.2', 'A', '移动的内容可停', '不涉及', `${NONE}自动移动或更新的内容`),
    point('2.3.1', 'A', '不闪烁', '符合', `${NONE}动画`),
    point('2.4.1', 'A', '可以跳到正文', '符合', '每页第一个链接是“跳到正文”'),
    point('2.4.2', 'A', '每页有自己的标题', '符合', '生成后逐页检查，没有重复'),
    point('2.4.3', 'A', '焦点顺序合理', '符合', '焦点顺序就是文字顺序'),
    point('2.4.4', 'A', '链接说得出去处', '部分符合', '正文链接用标题；出处链接写编号，去处在说明文字里，读屏软件要读说明才听得到'),
    point('2.4.5', 'AA', '不止一条路到达', '符合', '栏目、检索、问题导航、条目之间的关联'),
    point('2.4.6', 'AA', '标题和标签说得清楚', '未测', '没有逐页人工看过'),
    point('2.4.7', 'AA', '看得见焦点', '符合', WALK),
    point('2.4.11', 'AA', '焦点不被遮住', '符合', '没有固定在窗口上的栏'),
    point('2.5.1', 'A', '不要求复杂手势', '不涉及', `${NONE}手势操作`),
    point('2.5.2', 'A', '按下可以撤回', '符合', '只用浏览器自带的按钮和链接'),
    point('2.5.3', 'A', '名称含有看得见的字', '符合', '名称取自看得见的文字'),
    point('2.5.4', 'A', '不靠晃动设备', '不涉及', `${NONE}这类操作`),
    point('2.5.7', 'AA', '不靠拖动', '符合', '排序用“上移”“下移”按钮'),
    point('2.5.8', 'AA', '点击目标够大', '符合', AXE),
  ],
  可理解性: [
    point('3.1.1', 'A', '标明网页语言', '符合', '生成后逐页检查'),
    point('3.1.2', 'AA', '标明外文段落', '不涉及', `${NONE}成段外文`),
    point('3.2.1', 'A', '获得焦点不引起变化', '符合', WALK),
    point('3.2.2', 'A', '输入不引起意外变化', '符合', '筛选只更新下面的列表，焦点不动，条数由读屏软件播报'),
    point('3.2.3', 'AA', '导航一致', '符合', '各页同一个页头和页脚'),
    point('3.2.4', 'AA', '同样的功能同样叫', '符合', '各页同一个组件'),
    point('3.2.6', 'A', '帮助在同一处', '符合', '“关于本库”在每页页脚'),
    point('3.3.1', 'A', '指出错误', '符合', '编号不存在、放不下，都用文字说明并播报'),
    point('3.3.2', 'A', '输入项有标签', '符合', `${AXE}；每个控件都有中文名称`),
    point('3.3.3', 'AA', '错误有改正建议', '部分符合', '检索提示相近写法；编号写错时只说没有这个编号'),
    point('3.3.4', 'AA', '重要提交可撤回', '不涉及', '不提交任何信息'),
    point('3.3.7', 'A', '不重复填写', '不涉及', '不提交任何信息'),
    point('3.3.8', 'AA', '登录不考记忆', '不涉及', '没有登录'),
  ],
  兼容性: [
    point('4.1.2', 'A', '名称、角色、状态能被程序读出', '符合', `${AXE}；每类页面读出无障碍树`),
    point('4.1.3', 'AA', '状态消息能被播报', '符合', '检索、筛选、比对、选编的结果写在播报区'),
  ],
};

function point(no: string, level: AccessPoint['level'], asks: string, state: AccessState, basis: string): AccessPoint {
  return { no, level, asks, state, basis };
}
