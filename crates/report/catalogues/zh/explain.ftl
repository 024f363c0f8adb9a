# 一个数值从何而来。

explain-heading = { $title }：{ $scenario }，{ $window }
explain-what = { $measure }{ $of }
explain-answer = { $what }：{ $value }{ $most }。
explain-answer-none = { $what }：没有数值，仿真中从未出现。
explain-answer-grows = { $what }：没有均值，排队持续增长，直到统计时段结束。
explain-most = ，其中约 { $share }% 来自{ $part }
explain-of = （{ $names }）

explain-title-places = 按地点分解
explain-title-traffic = 按车流分解
explain-part = 组成部分
explain-share = 占比 %
explain-visits-vehicle = 次/车
explain-visits-day = 办理次数/日
explain-minutes = 分钟/次
explain-rest = 统计时段首尾
explain-whole = 合计
explain-no-parts = 该数值不作分解：它是极值、某一时刻的数值、办理次数的占比、价格，或按整体给出的合计。

explain-beside = 相关数值
explain-arrivals-per-day = 每日到达车辆
explain-turned-away-per-day = 每日被劝返车辆
explain-abandoned-per-day = 每日中途放弃车辆
explain-stage-visits-per-day = 每日次数
explain-stage-service-min = 每次服务时间，分钟
explain-stage-wait-min = 每次等待时间，分钟
explain-busiest = 最繁忙的车道（{ $place }）利用率，%
explain-lane-use-share = 车道利用率，%

explain-inputs = 所依据的输入参数
explain-inputs-legend = ● 实测  ◐ 设计值  ◍ 推算  ○ 假设  · 无依据
explain-inputs-demand = 需求
explain-inputs-scope = 输入参数
explain-inputs-others = 另有 { $count } 个输入参数进入较小的组成部分，见 --json 和报告。
explain-inputs-title = { $assumed ->
    [0] { $all } 个输入参数中没有假设值
   *[other] { $all } 个输入参数中有 { $assumed } 个为假设值
}
explain-range = 范围 { $low } 至 { $high }
explain-drawing = { $measure }的各组成部分，依次首尾相接
