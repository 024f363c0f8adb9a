# 通道的瓶颈。

bottleneck-heading = { $title }：瓶颈分析，{ $scenario }

# 结论。
bottleneck-answer-demand = 制约因素是需求：每日通过 { $crossings } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}，任何单项资源都不能增加通过量。若每日多来 { $more } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}，其中 { $crossed } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}可以通过。
bottleneck-answer-timetable = 制约因素是需求：每日通过 { $crossings } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}，任何单项资源都不能增加通过量。
bottleneck-answer-resource = 每日到达 { $arrivals } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}，通过 { $crossings } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}。
bottleneck-answer-unclear = 每日到达 { $arrivals } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}，通过 { $crossings } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}。以目前的重复次数尚看不出制约因素。
bottleneck-answer-best = 增加一个单位收益最大的是“{ $place }”（{ $change }）：{ $effects }。
bottleneck-answer-tied = 另有 { $count } 项资源与之无法区分。
bottleneck-answer-none = 任何单项资源增加一个单位，其收益都无法与随机波动区分。
bottleneck-answer-process = 调整规则或加快作业收益更大：“{ $place }”（{ $change }），{ $effects }。
bottleneck-saved-hours = 每年节省 { $value } 车时，约占总量的 { $share }%
bottleneck-lost-hours = 每年增加 { $value } 车时，约占总量的 { $share }%
bottleneck-gained-crossings = 每日多通过 { $value } 辆
bottleneck-lost-crossings = 每日少通过 { $value } 辆
bottleneck-saved-p90 = 全程时间的 90 分位数缩短 { $value } 小时
bottleneck-lost-p90 = 全程时间的 90 分位数延长 { $value } 小时

# 表格。
bottleneck-title-resource = 每项资源各增加一个单位
bottleneck-title-side = 仅一侧口岸扩建
bottleneck-title-process = 调整规则、加快作业：时间缩短十分之一
bottleneck-title-demand = 对照：需求增加十分之一
bottleneck-table-title = 增加一个单位的收益
bottleneck-lead = 与现状情景的配对差值。车时指车辆在通道内度过的时间，折算为一年 365 天；现状为 { $hours }，其中等待 { $waiting }。
bottleneck-change = 增加一个单位
bottleneck-crossings = 车次/日
bottleneck-p90 = P90（小时）
bottleneck-hours = 车时/年
bottleneck-waiting = 其中等待
bottleneck-replications = 重复次数
bottleneck-evidence = 依据
bottleneck-beyond = 另有 { $count } 项有效果，列于网页的表格和 --json。
bottleneck-rest = 其余 { $count } 项未见明显变化；按各项自身的置信区间，随机波动中最多可能隐含{ $value }（{ $place }）。
bottleneck-rest-unknown = 其余 { $count } 项未见明显变化。
bottleneck-not-tried = 另有 { $count } 项资源未作试算：各自造成的等待不到通道内总时间的 { $share }%。
bottleneck-most-hours = 每年 { $value } 车时
bottleneck-most-crossings = 每日 { $value } 车次
bottleneck-most-p90 = P90 { $value } 小时
bottleneck-marks = ○ 现值为假设，● 现值依据较好。
bottleneck-country = { $country } 一侧全部查验环节
bottleneck-flows = 全部按流量给定的车流
bottleneck-calendar = 日历 { $title }

# 变动。
bottleneck-unit-s = 秒
bottleneck-unit-min = 分钟
bottleneck-unit-h = 小时
bottleneck-unit-d = 天
bottleneck-unit-unlimited = 不限
bottleneck-unit-h-day = 小时/日
bottleneck-unit-per-h = /小时
bottleneck-kind-lanes = 车道 { $from } → { $to }
bottleneck-kind-lot-places = 车位 { $from } → { $to }
bottleneck-kind-extra-lanes = 备用车道 { $from } → { $to }
bottleneck-kind-room = 候检车位 { $from } → { $to }
bottleneck-kind-slots = 每时段名额 { $from } → { $to }
bottleneck-kind-hours = 开放时间 { $from } → { $to }
bottleneck-kind-closures = 闭关次数 { $from } → { $to }
bottleneck-kind-storage = 路段容车数 { $from } → { $to }
bottleneck-kind-flow-capacity = 通行能力 { $from } → { $to }
bottleneck-kind-fleet = 运载工具 { $from } → { $to }
bottleneck-kind-seats = 座位 { $from } → { $to }
bottleneck-kind-headway = 发班间隔 { $from } → { $to }
bottleneck-kind-departures = 每日班次 { $from } → { $to }
bottleneck-kind-at-most = 上限 { $from } → { $to }
bottleneck-kind-season = 季节结束 { $from } → { $to }
bottleneck-kind-incidents = 平均间隔 { $from } → { $to }
bottleneck-kind-incident = 发生次数 { $from } → { $to }
bottleneck-kind-side-lanes = 车道 { $from } → { $to }
bottleneck-kind-demand = 需求 { $from } → { $to }
bottleneck-kind-service = 服务时间 −10%
bottleneck-kind-lead = 预约提前量 −10%
bottleneck-kind-service-long = 服务时间 { $from } → { $to }
bottleneck-kind-lead-long = 预约提前量 { $from } → { $to }

# 因果链。
bottleneck-chain-title = 阻滞关系：何处受阻于何处
bottleneck-chain-lead = 由原因到受阻之处：每日至少有一辆车受阻的小时数，以及平均受阻车辆数。
bottleneck-chain-none = 没有任何环节因别处无空位而受阻。
bottleneck-root-overloaded = “{ $place }”：来车超过车道的处理能力；开放时间内车道的占用率为 { $use }%。
bottleneck-root-busy = “{ $place }”：开放时间内车道的占用率为 { $use }%，有时全部占满。
bottleneck-root-unknown = “{ $place }”：有时没有空位。
bottleneck-root-closed = “{ $place }”：他处等待期间处于关闭状态。
bottleneck-root-full = “{ $place }”：有时容不下更多车辆。
bottleneck-held-full = “{ $at }”每日受阻 { $hours } 小时（平均 { $vehicles } 辆），因为“{ $waits }”没有空位。
bottleneck-held-closed = “{ $at }”每日受阻 { $hours } 小时（平均 { $vehicles } 辆），因为“{ $waits }”关闭。
bottleneck-held-short = { $hours } 小时/日，{ $vehicles } 辆
bottleneck-no-room = 没有空位
bottleneck-closed = 关闭
bottleneck-overloaded = 超负荷
bottleneck-busy = 车道繁忙
bottleneck-full = 已满
bottleneck-held-at = 受阻之处
bottleneck-waits-for = 受阻于何处
bottleneck-held-hours = 小时/日
bottleneck-held-vehicles = 车辆数
bottleneck-why = 原因

# 图。
bottleneck-chart = 向左的条表示节省车时，线段为 95% 置信区间。实心条的现值有依据，空心条的现值为假设。
bottleneck-chart-crossings = 向右的条表示增加车次，线段为 95% 置信区间。实心条的现值有依据，空心条的现值为假设。
bottleneck-chart-p90 = 向左的条表示缩短 P90，线段为 95% 置信区间。实心条的现值有依据，空心条的现值为假设。
bottleneck-chain-chart = 箭头由没有空位之处指向受其阻滞之处。

# 方法。
bottleneck-rule = 每行只作一项变动，采用相同的随机数，先做 { $screening } 次重复仿真；可能有影响的做 { $replications } 次。各行按其自身的 { $level }% 置信区间判断；“收益最大”在全部资源之间以 { $level }% 的置信度成立（Bonferroni 法，每项 { $each }%）。
