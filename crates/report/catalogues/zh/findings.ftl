# 对运行的说明：发现、警告，以及无法判定的原因。

note-of = { $scenario }：{ $note }
note-queue-grows = 自{ $from }至统计时段末，{ $place }的需求为通行能力的 { $ratio } 倍，期末通道内比期初多 { $vehicles } 辆：该处等待持续增长，没有均值
note-queue-grows-closed = 自{ $from }至统计时段末，{ $place }有需求而无通行能力，期末通道内比期初多 { $vehicles } 辆：该处等待持续增长，没有均值
note-precision-not-reached = 经 { $replications } 次重复仿真，{ $level }% 置信区间的半宽为均值的 { $reached }%，未达到要求的 { $asked }%
note-windows-differ = { $a } 的统计时段为{ $a-from }至{ $a-to }，{ $b } 为{ $b-from }至{ $b-to }：所示差值包含日期不同的影响；用 --from 与 --to 可使两者时段一致
note-given-state = 运行从给定状态开始，其中有 { $vehicles } 辆车在等待，不设预热期
note-no-value = { $place }的排队持续增长：{ $day }通道内车辆已超出可容纳的数量
note-no-value-in-warm-up = { $place }的排队持续增长：预热期内通道内车辆已超出可容纳的数量
reason-not-run = 所属情景未运行
reason-grows = 排队持续增长至统计时段末，故没有该均值
reason-over-an-edge = 置信区间跨越允许范围的边界；请增加重复次数
reason-one-replication = 一次重复仿真没有置信区间；请至少运行两次
reason-never-occurred = 仿真中从未出现
reason-no-measure = 没有指标 `{ $measure }`
reason-no-statistic = `{ $measure }` 没有统计量 `{ $statistic }`
reason-corridor-only = `{ $measure }` 只针对整个通道
reason-nobody-passes = 没有车辆通过环节或路段 `{ $scope }`
reason-no-direction = 没有方向 `{ $direction }`
reason-no-class = 没有车型 `{ $class }`
reason-not-by-class = `{ $measure }` 不区分车型
reason-whole-window-only = `{ $measure }` 只针对情景的整个统计时段
reason-no-such-day = { $date }不在情景 `{ $scenario }` 的统计时段内
reason-ends-before = 末日早于首日
reason-two-replications = 至少需在两次重复仿真中出现
reason-bias-could-hide = { $bias }% 的偏差可能被运行的随机波动掩盖
