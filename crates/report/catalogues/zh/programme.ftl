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

programme-effects-title = 各项目的效果
programme-effects-lead = { $scenario }，{ $window }：同一时段内，项目自首日起启用与没有该项目的对比。
programme-best = 在“{ $scenario }”（{ $window }）中，{ $project }带来的增量最大：人员和车辆每日通行 { $gain }。
programme-best-alone = 在 95% 置信水平下，没有其他项目能达到同样效果。
programme-best-tied = { $others }可能达到同样效果。
programme-best-none = 在“{ $scenario }”（{ $window }）中，尚不能确定有项目会增加通行量。
programme-untold-already-there = 已包含在情景中：{ $projects }。此前状况未知，无从对比。
programme-untold-left-out = 不属于该情景：{ $projects }。
programme-untold-changes-nothing = 未写明带来何种变化：{ $projects }。
programme-untold-cannot-run = { $project }无法在该情景中运行：{ $reason }
programme-who = 对象
programme-people = 人员
programme-vehicles = 车辆
programme-crossings = 每日
    通行
programme-mean = 全程
    （小时）
programme-p90 = 全程 P90
    （小时）
programme-crossings-without = 无项目时每日通行
programme-mean-without = 无项目时全程时间（小时）
programme-p90-without = 无项目时 P90（小时）
programme-hours-saved = 每日节省小时数
programme-seats = 每日座位数
programme-cargo = 货物（吨/日）
programme-price-heading = 每一日通行量的造价
programme-lost = 损失通行量
programme-lost-hours = 损失小时数
programme-place = 环节或路段
programme-without = 无项目
programme-with = 有项目
programme-lanes-title = 环节和路段的每日通过能力
programme-range = { $value }（{ $low } 至 { $high }）
programme-way = { $title }，{ $direction }
programme-no-difference = 各次重复模拟均无差异
programme-seats-added = 每日座位 { $value }
programme-hours-added = 每日节省 { $value } 小时（按无项目时的通行量计）
programme-added-title = 每日增加
programme-costs-title = 每一日通行量的造价与延期的代价
programme-cargo-added = 每日货物 { $value } 吨
programme-lanes-added = 每日通过能力 { $without } → { $with }：{ $title }
programme-lanes-more = 另有 { $count } 处通过能力改变
programme-price = 每一日通行量造价 { $price }
programme-slip-costs = 平均延期 { $days } 天，损失通行量 { $lost }
programme-grows-without = 无项目时，{ $scope } 的排队持续增长至期末
programme-grows-with = 有项目时，{ $scope } 的排队持续增长至期末
programme-chart-crossings = 人员和车辆每日通行增量
programme-chart-lost = 公布日期至实际启用之间损失的通行量
programme-key-effect = ● 有项目比无项目增加的通行量，附 95% 置信区间
programme-key-lost = ● 全部抽样的平均损失，横线为 P10 至 P90
programme-effect-rule = 变化值为有项目减去无项目，小时数为负即节省时间。“有项目”指自运行首日起启用，与公布日期无关。人员指乘坐班次的类别；载运工具本身按座位计，不计入通行量。时间为全部通行者的时间，项目带来的新增通行者也在其中；仅当有无项目通行量相当时，才给出节省的小时数。延期损失为每次延期抽样乘以每日效果的抽样，并假定该效果全年适用。
