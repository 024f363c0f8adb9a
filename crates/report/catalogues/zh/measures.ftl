# 指标：名称（可用于句中）、定义与单位。

measure-crossings_per_day = 出入境车次
definition-crossings_per_day = 统计时段内每日出入境的车辆数，闭关日也计入。分位数按日计算。
measure-crossings = 出入境车次合计
definition-crossings = 整个统计时段内出入境的车辆数。
measure-busiest_day_crossings = 最繁忙一天
definition-busiest_day_crossings = 统计时段内最繁忙一天的出入境车次，按通道当地时间。
measure-weekday_crossings_per_day = 周一至周五出入境车次
definition-weekday_crossings_per_day = 统计时段内周一至周五的日均出入境车次，法定节假日也计入。
measure-weekend_crossings_per_day = 周末出入境车次
definition-weekend_crossings_per_day = 统计时段内周六、周日的日均出入境车次，调休上班日也计入。
measure-arrivals_per_day = 到达车次
definition-arrivals_per_day = 统计时段内每日到达通道的车辆数。
measure-cargo_t = 货运量
definition-cargo_t = 出入境车次乘以各车型平均载重量，整个统计时段合计。
measure-cargo_per_crossing_t = 每车次货运量
definition-cargo_per_crossing_t = 货运量除以出入境车次，空车与客车也计入车次。
measure-passengers_per_day = 旅客人次
definition-passengers_per_day = 出入境车次乘以各车型平均载客数，按统计时段日均。
measure-direction_ratio = 方向比
definition-direction_ratio = 模型中第一个方向的出入境车次与第二个方向之比。
measure-door_to_door_h = 全程时间
definition-door_to_door_h = 从到达路线首处到离开末处，按统计时段内驶离的车辆计算。
measure-wait_h = 全部等待
definition-wait_h = 统计时段内驶离的车辆的全部等待：场外候号、停车场等待、现场排队与受阻滞留。
measure-wait_on_site_h = 现场等待
definition-wait_on_site_h = 除场外候号以外的全部等待：停车场、现场排队和受阻滞留。
measure-wait_virtual_h = 场外候号
definition-wait_virtual_h = 在场外等候电子排队的预约时段。
measure-wait_yard_h = 停车场等待
definition-wait_yard_h = 登记后在待检停车场等待。
measure-wait_physical_h = 现场排队
definition-wait_physical_h = 在车道与路段之前等待。
measure-wait_blocked_h = 受阻滞留
definition-wait_blocked_h = 已办结，但因下一处已满，仍占用车道或路段。
measure-turned_away_per_day = 被劝返车次
definition-turned_away_per_day = 因无空位或排队过长而离去的车辆。
measure-abandoned_per_day = 中途放弃车次
definition-abandoned_per_day = 等待过久而放弃的车辆。
measure-turned_away_share = 被劝返比例
definition-turned_away_share = 被劝返车辆占统计时段内到达车辆的比例。
measure-abandoned_share = 中途放弃比例
definition-abandoned_share = 中途放弃车辆占统计时段内到达车辆的比例。
measure-departures_per_day = 驶离车次
definition-departures_per_day = 统计时段内每日到达路线终点的车辆数。
measure-visit_wait_min = 每次办理等待
definition-visit_wait_min = 从加入排队到开始办理，按统计时段内开始的全部环节办理计算。
measure-inside_at_end_vehicles = 期末在途车辆
definition-inside_at_end_vehicles = 统计时段结束时通道内的车辆数。
measure-inside_vehicles = 在途车辆
definition-inside_vehicles = 通道内的车辆数（包括场外候号与途中车辆），按统计时段的时间平均。根据利特尔法则，即每小时耗费的车时；排队持续增长时也有数值。
measure-waiting_vehicles = 等待中车辆
definition-waiting_vehicles = 其中处于等待的车辆：等候预约时段、在停车场、在车道与路段之前，或因下一处已满而滞留其上。
measure-cpmm_tfi1_h = 口岸通关时间（TFI1）
definition-cpmm_tfi1_h = CAREC CPMM 指标 TFI1：从口岸入口到出口的时间，含口岸前及口岸内的等待，不含场外候号；取统计时段内驶离的货运车辆（不载旅客的车型），另行指定车型时除外。
measure-cpmm_tfi2_per_vehicle = 口岸收费（TFI2）
definition-cpmm_tfi2_per_vehicle = CAREC CPMM 指标 TFI2：车辆在口岸各环节缴纳的通行费与各项收费；取统计时段内驶离的货运车辆（不载旅客的车型），另行指定车型时除外。
measure-cpmm_tfi3 = 货物运输费用（TFI3）
definition-cpmm_tfi3 = CAREC CPMM 指标 TFI3：20 吨货物行驶 500 公里的费用，即载货车型的全部费用（含等待）除以所承运的吨公里数。
measure-cpmm_tfi4_swod_kmh = 不含延误的行驶速度（TFI4）
definition-cpmm_tfi4_swod_kmh = CAREC CPMM 指标 TFI4：里程除以行驶时间；取货运车辆（不载旅客的车型），另行指定车型时除外。
measure-cpmm_tfi4_swd_kmh = 含延误的行驶速度（TFI4）
definition-cpmm_tfi4_swd_kmh = CAREC CPMM 指标 TFI4：里程除以途中全部时间，不含场外候号；取货运车辆（不载旅客的车型），另行指定车型时除外。
measure-trs_to_lodgement_h = 至申报时间
definition-trs_to_lodgement_h = 世界海关组织 TRS：从抵达设施到申报完成，按统计时段内驶离的车辆平均，未经过该步骤的车辆也计入。
measure-trs_to_assessment_h = 至审单时间
definition-trs_to_assessment_h = 世界海关组织 TRS：从申报完成（或抵达）到审单完成。
measure-trs_to_inspection_h = 至查验时间
definition-trs_to_inspection_h = 世界海关组织 TRS：从审单完成到查验完成；未查验的车辆计为 0。
measure-trs_to_release_h = 至放行时间
definition-trs_to_release_h = 世界海关组织 TRS：从查验（或前一步骤）完成到放行。
measure-trs_to_exit_h = 至驶离时间
definition-trs_to_exit_h = 世界海关组织 TRS：从模型中最后一个步骤到驶离设施。
measure-trs_arrival_to_exit_h = 抵达至驶离时间
definition-trs_arrival_to_exit_h = 世界海关组织 TRS：从抵达设施到驶离，为各区间之和。
measure-queue_vehicles = 排队
definition-queue_vehicles = 等待的车辆数，按统计时段的时间平均，关闭时间也计入。
measure-queue_max_vehicles = 最长排队
definition-queue_max_vehicles = 统计时段内的最长排队。
measure-queue_at_end_vehicles = 期末排队
definition-queue_at_end_vehicles = 统计时段结束时等待的车辆数。
measure-blocked_vehicles = 受阻滞留车辆
definition-blocked_vehicles = 已办结，但因下一处已满而停留在车道或路段上的车辆数，按统计时段的时间平均。
measure-lane_use_share = 车道利用率
definition-lane_use_share = 车道服务时间占开放时间的比例。
measure-lane_blocked_share = 车道受阻率
definition-lane_blocked_share = 车道被已办结而无法前行的车辆占用的时间占开放时间的比例。
measure-stage_vehicles = 环节内车辆
definition-stage_vehicles = 等待或在车道上的车辆数，按统计时段的时间平均，关闭时间也计入。
measure-lanes_in_use = 占用车道
definition-lanes_in_use = 正在服务或被占用的车道数，按统计时段的时间平均，关闭时间也计入。
measure-stage_visits_per_day = 环节办理车次
definition-stage_visits_per_day = 统计时段内每日开始办理的车辆数。
measure-stage_waited_share = 等待车辆比例
definition-stage_waited_share = 未能立即开始办理的车辆，占全部开始办理或中途放弃车辆的比例。
measure-stage_time_min = 环节停留时间
definition-stage_time_min = 从加入排队到办理结束：平均等待加平均服务时间。
measure-stage_wait_all_min = 含放弃的环节等待
definition-stage_wait_all_min = 从加入排队到开始办理或放弃，对两者取均值。
measure-stage_wait_min = 环节等待
definition-stage_wait_min = 从加入排队到开始办理。
measure-stage_service_min = 服务时间
definition-stage_service_min = 从开始办理到办理结束；对路段而言为通过时间。
measure-way_share = 路线分担率
definition-way_share = 选择该路线的车辆占该流量在统计时段内全部到达车辆的比例，含放弃出行者。
measure-way_door_to_door_h = 该路线全程时间
definition-way_door_to_door_h = 该流量在统计时段内经该路线驶离的车辆的全程时间。

measure-with-unit = { $measure }（{ $unit }）
unit-share = %
unit-points = 个百分点
unit-hours = 小时
unit-minutes = 分钟
unit-vehicles = 辆
unit-vehicles-per-day = 辆/日
unit-passengers-per-day = 人次/日
unit-tonnes = 吨
unit-tonnes-per-vehicle = 吨/车次
unit-km-per-hour = 公里/小时
unit-lanes = 条

measure-given-for = { $scope ->
    [corridor] 整个通道
    [facility] 各放行货物的设施
    [commodity] 各商品（分方向）
    [yearly] 各年度日期
    [service] 各线路
    [limit] 各限额
    [crossing-point] 各口岸
    [way] 各可选路线的流量的每条路线
   *[station] 各环节与路段
}{ $detail ->
    [direction-and-class] ，按方向和车型
    [class] ，按车型
   *[whole] { "" }
}；{ $quantiles ->
    [yes] 均值、P50、P90、P95
   *[no] 均值
}
measure-scopes = 指标的范围为 `corridor`（整个通道）、以 `facility.stage` 表示的环节，或路段、设施名称；流量可选路线的范围为 `flow/route`。路段按通行方向各有一行；若几个方向以同一走向通过，则合为一行且不注明方向，反向的范围为 `link.reversed`。方向或车型为空表示全部。名称与范围在各版本之间保持不变。
