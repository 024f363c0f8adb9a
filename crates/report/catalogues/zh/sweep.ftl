# 参数扫描：同一情景在输入参数取多组数值时的结果。

sweep-heading = { $title }：{ $inputs } 项输入参数，{ $points } 个方案点，{ $window }
sweep-answer = 按{ $measure }衡量，{ $points } 个方案点中最优的是 { $inputs }：{ $value }。
sweep-answer-range = { $measure }介于 { $low } 与 { $high } 之间。
sweep-answer-none = 所有方案点均无{ $measure }的数值。
sweep-same = { $count ->
    [0] 其余有数值的方案点看来均比它差 { $indifference }以上；它确为最优的概率为 { $level }%。
   *[other] 另有 { $count } 个方案点看不出比它差 { $indifference }以上；真正的最优点在它与这些点之中的概率为 { $level }%。
}
sweep-all-same = 其余各点均看不出比它差 { $indifference }以上。
sweep-edge = 该值位于所试 { $input } 范围的端点，而现值为 { $now }：最优值可能在范围之外。
sweep-once = 仅重复仿真一次，无法说明其可靠程度。
sweep-growing = 有 { $count } 个方案点的排队持续增长至时段结束，因此没有均值。
sweep-now = 现值 { $value }
sweep-inputs = 变动的输入参数
sweep-input = 输入参数
sweep-values = 取值
sweep-of = 所属
sweep-value-now = 现值
sweep-best-points = 最优的方案点
sweep-first-points = 前几个方案点
sweep-point = 编号
sweep-from-best = 与最优点之差
sweep-standing = 判定
sweep-best = 最优
sweep-as-good = 相当
sweep-worse = 较差
sweep-grows = 持续增长
sweep-works-off = 消化积压
sweep-work-off = 有 { $count } 个方案的通行量大于到达量：消化的是统计时段之前的积压，并非改善，不列为最优。
sweep-more = 其余 { $count } 个方案点见 results.csv
sweep-more-columns = 另有 { $count } 列见 results.csv。
sweep-design-full = 全因子设计：所有组合
sweep-design-lhs = 拉丁超立方抽样（McKay、Beckman、Conover，1979）
sweep-rule = 各方案点采用公共随机数，逐次重复仿真与最优点比较。真正的最优点在最优点及相当各点之中的概率为 { $level }%；不保证所有差值的区间同时成立。相差不足 { $indifference }的视为相当。
sweep-map-title = { $measure }随两项输入参数的变化
sweep-line-title = { $measure }随 { $input } 的变化
sweep-panels-title = { $measure }随各项输入参数的变化
sweep-other-title = 其他指标
sweep-other-more = 另有 { $count } 项指标未绘图，见表格与 results.csv。
sweep-description = 各方案点的均值；半宽见数据表。
sweep-key-best = 最优点
sweep-key-same = 相当（无法区分）
sweep-key-grows = 排队持续增长
sweep-key-band = 均值及其 { $level }% 置信区间
sweep-key-thinned = 每 { $step } 个点绘制一个
sweep-key-level = 取该值的全部方案点的均值
sweep-key-point = 一个方案点
