/** The components that the site's own prose may use, and what they can be asked for. */

/** What `<Fact of="…" />` can say. */
export const PROSE_FACTS = ['站名', '页脚', '地区名单截至', '问题导航的说明', '公开资料所见', '无障碍项数', '无障碍核对'] as const;

/** What `<Listing of="…" />` can list. */
export const PROSE_LISTINGS = ['五份文献', '没有的信息', '来源级别', '完整程度', '处理结果', '试过的浏览器', '无障碍逐项'] as const;
