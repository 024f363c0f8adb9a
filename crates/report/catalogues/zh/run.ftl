# 运行结果：结论、数据表及其依据。

run-heading = { $title }：{ $scenario }，{ $window }

answer-nobody = 没有车辆出入境
answer-crossings = 日均出入境 { $crossings } 辆
answer-crossings-of = 日均到达 { $coming } 辆，其中 { $crossings } 辆出入境
answer-by-direction = { $crossings }（{ $directions }）
answer-direction = { $direction } { $crossings } 辆
answer-group = { $crossings } { $who ->
    [people] 人次
   *[vehicles] 辆
}
answer-of-group = { $crossings } { $who ->
    [people] 人次（到达 { $coming } 人次）
   *[vehicles] 辆（到达 { $coming } 辆）
}
answer-one-group = 日均出入境 { $group }
answer-two-groups = 日均出入境旅客 { $people }、车辆 { $vehicles }
answer-limit-demand = 通行量由需求决定：最繁忙的车道为{ $stage }，开放时间内利用率 { $used }%
answer-limit-nearly-full = 通行量由需求决定，但{ $stage }已接近饱和：开放时间内车道利用率 { $used }%
answer-limit-full = 瓶颈为{ $stage }：开放时间内车道利用率 { $used }%
answer-limit-queue = 瓶颈为{ $place }：排队持续增长
answer = { $crossings }。
answer-and-limit = { $crossings }。{ $limit }。

traffic-title = 车流量与全程时间（小时）
waits-title = 等待时间（小时）
stages-title = 各环节与路段（排队：辆）
findings-title = 发现
no-waits = 没有车辆等待。
waits-left-out = 平均不足一刻钟的等待未列出。

class = 车型
all-classes = 全部车型
all-of-group = { $who ->
    [people] 旅客合计
   *[vehicles] 车辆合计
}
traffic-nobody = 期间未出现：{ $classes }。
stages-left-out = 另有 { $count } 个环节车道利用率低于 10% 且几乎无排队，见报告。
crossings-per-day = 车次/日
door-to-door = 全程时间
mean = 均值
p50 = P50
p90 = P90
p95 = P95
services = 客运线路
links = 路段
queue = 排队
longest = 最长排队
lanes-used-percent = 利用率 %
lanes-blocked-percent = 受阻率 %
grows = 持续增长

# 等待的种类。
wait-virtual = 场外候号
wait-yard = 停车场等待
wait-physical = 现场排队
wait-blocked = 受阻滞留
wait-virtual-explained = 场外候号：在场外等候预约时段
wait-yard-explained = 停车场等待：在待检停车场内
wait-physical-explained = 现场排队：在车道或路段之前
wait-blocked-explained = 受阻滞留：已办结，但下一处已满

stand-on-it = 因下一处已满，有 { $vehicles } 辆停留在路段上

one-replication = 仅 1 次重复仿真，无置信区间
interval-of-mean-note = ± 表示各次重复仿真均值的 95% 置信区间半宽。
quantile-note = P50、P90：分别有一半、九成的车辆不超过该值。–：无数值。
repeat-note = 模型、随机种子和重复次数相同时，在任何计算机上都得到相同的结果。
evidence-title = 结论的依据：{ $all } 项输入参数中有 { $assumption } 项为假设
evidence-table-title = 全部输入参数及其数据依据（假设列在最前）
window = 统计时段
window-in-zone = { $window }，{ $zone } 时间
seed = 随机种子
replications-heading = 重复次数
changes-title = 情景中的变动：{ $scenario }
changes-count = 全部 { $count } 项输入的变动前后

# 有多条路线可选的流量如何分配。
ways-title = 路线选择与全程时间（小时）
way = 路线
way-share-percent = 分担率 %
ways-learned = 分担率为逐日学习达到的均衡：每一天，对各路线的预期都向当日的实际经历靠拢。
ways-fixed = 分担率为给定值；某一路线上的等待不会使车辆改走其他路线。
ways-learned-or-fixed = 部分流量的分担率为给定值，其余为逐日学习达到的均衡：每一天，对各路线的预期都向当日的实际经历靠拢。
ways-stay-home = 不足 100% 的部分因各路线费用均过高而放弃出行。
ways-heading = { $flow }：{ $share }% 选择{ $way }
ways-untaken = 另有 { $count } 条路线无人选择
ways-more = 另外 { $count } 个流量
ways-alt = 流量中各路线的分担率
ways-description = 每条路线一条横条，长度为其在该流量车辆中的分担率。
