# 过境费用，以及怠速消耗的燃料。

money-title = 费用与排放（每车次）
money-heading = 每车次过境费用 { $cost } { $currency }
money-heading-groups = 过境一次，旅客平均花费 { $people } { $currency }，车辆 { $vehicles } { $currency }
money-heading-waiting = 每车次过境费用 { $cost } { $currency }，其中等待约占 { $percent }%
money-alt = 各车型每车次费用，{ $direction }
money-description = 各车型每车次平均费用的条形图：灰色为不含等待的费用，彩色为等待增加的费用。
money-in = 合计，{ $currency }

# 费用构成；窄表用短词。
money-fees = 通行费与规费
money-running = 里程费用
money-moving = 行驶时间
money-service = 办理时间
money-waiting = 等待时间
money-idling = 怠速燃油
money-fees-short = 规费
money-waiting-short = 等待
currency-name = { $code ->
    [CNY] 元
    [RUB] 卢布
    [USD] 美元
    [EUR] 欧元
    [KZT] 坚戈
   *[other] { $code }
}

money-amount = { $number } { $currency }
money-amount-million = { $number } 百万{ $currency }
money-delay = 等待每年占用 { $hours } 车时，损失 { $cost }。
money-delay-in-both = 等待每年占用 { $hours } 车时，损失 { $cost }，合 { $second }。
money-idling-year = 怠速每年耗油 { $fuel } 升，排放二氧化碳 { $co2 } 吨。
money-year = 年度数值由统计时段 { $days } 天折算为 365 天。
money-rate = 1 { $currency } 合 { $rate } { $second }。
money-rates = 1 { $currency } 合 { $low } 至 { $high } { $second }（按日期）。

# 模型未给出的内容。
money-not-told = 未计算费用：模型中没有 [money] 表。
money-no-air = 未计算怠速油耗与二氧化碳：模型中没有 [air] 表。

# 费用与排放的指标和单位。
measure-cost_per_crossing = 每车次过境费用
definition-cost_per_crossing = 统计时段内驶离的车辆平均每车次的费用：车辆与驾驶员工时、里程费用、通行费与规费，以及已知的怠速燃油费用。
measure-cost_moving_per_crossing = 行驶费用
definition-cost_moving_per_crossing = 其中行驶期间的车辆与驾驶员费用。
measure-cost_service_per_crossing = 办理费用
definition-cost_service_per_crossing = 其中在各环节办理期间的车辆与驾驶员费用。
measure-cost_waiting_per_crossing = 等待费用
definition-cost_waiting_per_crossing = 其中等待期间的车辆与驾驶员费用；场外候号按模型给出的比例计入。
measure-cost_running_per_crossing = 里程费用
definition-cost_running_per_crossing = 其中按里程计的费用：燃油、轮胎、按里程收取的费用，仅限给出里程费用的路段。
measure-cost_fees_per_crossing = 通行费与规费
definition-cost_fees_per_crossing = 其中各环节收取的通行费与规费。
measure-cost_idling_per_crossing = 怠速燃油费用
definition-cost_idling_per_crossing = 其中发动机怠速消耗的燃油费用。
measure-cost_per_crossing_second = 每车次过境费用
definition-cost_per_crossing_second = 以第二货币计的每车次过境费用，按车辆离开当日的汇率换算。
measure-delay_cost_per_year = 等待损失
definition-delay_cost_per_year = 统计时段内驶离的车辆因等待损失的车辆与驾驶员工时费用，由统计时段天数折算为 365 天。
measure-delay_cost_per_year_second = 等待损失
definition-delay_cost_per_year_second = 同上，以第二货币计。
measure-delay_h_per_year = 等待车时
definition-delay_h_per_year = 统计时段内驶离的车辆的全部等待时间，含场外候号，由统计时段天数折算为 365 天。
measure-idling_fuel_l_per_year = 怠速油耗
definition-idling_fuel_l_per_year = 发动机在车道和路段前排队、受阻滞留期间怠速消耗的燃油，停车场内按模型给出的比例计入，由统计时段天数折算为 365 天。
measure-idling_co2_t_per_year = 怠速二氧化碳排放
definition-idling_co2_t_per_year = 上述燃油排放的二氧化碳。
measure-idling_co2_kg_per_crossing = 怠速二氧化碳排放
definition-idling_co2_kg_per_crossing = 怠速燃油排放的二氧化碳，按统计时段内驶离的车辆平均。
money-currency = 货币
money-second-currency = 第二货币
unit-money-per-standard-cargo = { $currency }/（500 公里 × 20 吨）
unit-money-per-vehicle = { $currency }/车次
unit-money-per-year = { $currency }/年
unit-money-million-per-year = 百万{ $currency }/年
unit-hours-per-year = 小时/年
unit-thousand-litres-per-year = 千升/年
unit-tonnes-per-year = 吨/年
unit-kilograms-per-vehicle = 千克/车次
