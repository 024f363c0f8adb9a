# 运行结果的图：标题、图例，以及读屏软件朗读的说明。

strip-title = 按行驶顺序看通道
strip-lead-one-of-many = 此处绘出各方向途经地点最多的一条路线；过境路线不止一条，全部地点见数据表。
strip-description = 按行驶顺序自起点至终点的各环节与路段。圆的面积为平均排队，颜色为平均等待，横条为车道利用率。
strip-alt = { $direction }：按行驶顺序的各环节与路段
strip-lanes-used = 车道利用率
strip-mean-wait = 平均等待
strip-key-used = 车道服务时间占开放时间的比例
strip-key-blocked = 受阻：已办结，但下一处已满
strip-key-queue = ● 平均排队（按面积）
strip-key-wait = 颜色：平均等待，
strip-crossings = { $crossings } 辆/日
strip-wait = 等待 { $wait }
strip-lanes = { $count } 条车道
strip-places = { $count } 个车位
strip-queue = 排队 { $queue } 辆
strip-standing = 停留 { $vehicles } 辆
strip-metres = { $number } 米
strip-kilometres = { $number } 公里
strip-said-used = 车道利用率 { $used }
strip-said-wait = 平均等待 { $wait }

stage = 环节
queue-vehicles = 排队（辆）
queue-people = 排队（人）
longest-queue = 最长排队
wait-min = 等待（分钟）
wait-p90-min = 等待 P90（分钟）
hours-unit = 小时
percent = { $number }%

daily-title = 每日出入境车次
daily-title-busiest = { $who ->
    [people] 日均出入境 { $mean } 人次，最繁忙的一天 { $busiest } 人次
    [mixed] 日均出入境旅客与车辆合计 { $mean }，最繁忙的一天 { $busiest }
   *[vehicles] 日均出入境 { $mean } 辆，最繁忙的一天 { $busiest } 辆
}
daily-alt = 每日出入境车次，{ $direction }
daily-key = 各次重复仿真的均值；色带为 95% 置信区间；两个方向采用同一纵轴
day = 日期
month = 月份

split-title = 时间花在哪里
split-title-waiting = 等待占全程时间的 { $percent }%
split-title-groups = 等待占旅客全程时间的 { $people }%，占车辆全程时间的 { $vehicles }%
split-alt = 时间花在哪里，{ $direction }
split-description = 各车型的平均全程时间，分为行驶与办理以及四种等待。
split-moving = 行驶与办理
split-wait = 等待（小时）

distribution-title = 全程时间的分布
distribution-title-quantiles = 半数车辆全程不超过 { $p50 } 小时，九成不超过 { $p90 } 小时
distribution-title-groups = 半数旅客全程不超过 { $people } 小时，半数车辆不超过 { $vehicles } 小时
distribution-alt = 全程时间的分布，{ $direction }
distribution-key = 按全程时间的车辆占比，各车型高度各自归一；竖线为中位数与 P90；最长的 1% 未画出
distribution-p90 = P90 { $hours } 小时
distribution-mean = 全程均值（小时）

heat-title = 何时等待最久
heat-title-worst = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
} { $time } 离开通道者等待最久，平均 { $wait }
heat-description = 按离开通道的星期与时刻统计的平均等待；颜色越深，等待越久。
heat-lead = 星期与时刻按 { $zone } 时间。
heat-lead-grows = 星期与时刻按 { $zone } 时间。排队持续增长：统计时段越长，等待越久。
heat-alt = 按星期与时刻的平均等待，{ $direction }
heat-key = 该小时内离开通道者的平均等待：
heat-or-more = { " 及以上" }
weekday = { $weekday ->
    [1] 周一
    [2] 周二
    [3] 周三
    [4] 周四
    [5] 周五
    [6] 周六
   *[7] 周日
}

stations-title = 排队与车道随时间的变化
stations-description = 上图：平均排队。下图：折线为开放车道数，面积为占用车道数。
stations-lead = { $bucket ->
    [hour] 按小时取均值。
    [day] 按日取均值；逐小时数据见 hourly.parquet。
   *[week] 按周取均值；逐小时数据见 hourly.parquet。
}
stations-lead-left-out = { $lead }几乎无车等待的环节与路段未列出。
stations-key-queue = 平均排队
stations-key-occupied = 占用车道
stations-key-open = 折线：开放车道
stations-lanes = 车道（条）
stations-highest-hour = 最高的一小时
stations-occupied = 占用车道
stations-open = 开放车道
stations-more = 另外 { $count } 处排队较短
