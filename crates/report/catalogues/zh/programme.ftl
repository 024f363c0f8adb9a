# 已商定事项及其启用时间。

programme-heading = { $title }：合作项目进度
programme-answer = 共 { $count } 个项目：已启用 { $open } 个，待启用 { $pending } 个{ $stopped ->
    [0] { "" }
   *[other] ，已停止 { $stopped } 个
}。
programme-answer-late = 待启用项目中有 { $late } 个现公布的日期晚于最初计划，平均推迟 { $months } 个月。
programme-answer-expected = 到 { $year } 年底，在给出延期分布的 { $told } 个项目中，预计有 { $expected } 个启用。

programme-title = 从计划到启用
programme-lead = 各项目最初的确定日期、现公布的日期，以及可能的启用时间。
programme-project = 项目
programme-status = 状态
programme-owner = 责任方
programme-planned = 原计划
programme-opens = 启用
programme-late = 推迟（月）
programme-late-short = 推迟
    （月）
programme-on-time = 按公布日期启用的概率（%）
programme-on-time-short = 按期
    启用
programme-by-year = { $year } 年底前启用的概率（%）
programme-by-year-short = { $year }
    年底前
programme-cost = 造价
programme-milestones = 已完成节点
programme-milestones-done = 节点 { $done }/{ $all }
programme-status-agreed = 已商定
programme-status-planned = 计划中
programme-status-under-construction = 在建
programme-status-open = 已启用
programme-status-stopped = 已停止
programme-amount-large = { $number } 亿 { $currency }
programme-amount-middle = { $number } 万 { $currency }
programme-amount-plain = { $number } { $currency }

programme-key-plan = 色条：最初计划日期至现公布日期
programme-key-slip = 横线：启用日期的 P10 至 P90，圆环为 P50
programme-key-opens = ● 已启用，○ 已公布
programme-key-milestones = ◆ 已完成节点，◇ 待完成节点
programme-years-title = 各年年底前启用的概率（%）
programme-milestones-title = 节点
programme-milestone = 节点
programme-date = 日期
programme-done = 已完成
programme-to-come = 待完成
programme-changes-title = 各项目带来的变化
programme-input = 输入项
programme-before = 原值
programme-after = 新值
programme-draws = 每项延期抽样 { $draws } 次，随机种子 { $seed }
programme-rule = 各项目的延期相互独立抽样。P10、P50、P90 分别为十分之一、一半、十分之九的抽样已启用的日期；一个月按 30.4 天计。未给出延期分布的项目不计算概率。
