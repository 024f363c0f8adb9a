# 客运线路的班次与客流。

services-title = 客运线路
services-service = 线路
stop-berth = 停靠位
stop-aboard = 车船上候检
services-idle = 期间未开行：{ $services }。
services-lead = 两个方向合计；座位按全部发出班次计算。
services-departures = 班次/日
services-passengers = 旅客/日
services-busiest = 最高日客流
services-seats = 座位利用 %

measure-service_departures_per_day = 日均班次
definition-service_departures_per_day = 两个方向合计，统计时段内日均发车（发船、发轿厢）班次。
measure-service_passengers_per_day = 线路日均客流
definition-service_passengers_per_day = 两个方向合计，统计时段内日均上车（上船、登乘）旅客数。
measure-service_passengers = 线路客流总量
definition-service_passengers = 两个方向合计，整个统计时段内上车旅客数。
measure-service_busiest_day_passengers = 线路最高日客流
definition-service_busiest_day_passengers = 统计时段内客流最多一天的上车旅客数。
measure-service_waiting_max_passengers = 最多同时候车旅客数
definition-service_waiting_max_passengers = 统计时段内同时在线路两端站点候车的旅客最多人数；多条线路取其中最多者。
measure-yearly_day = 年度日期（当年第几天）
definition-yearly_day = 每年一次的日期（如开航、浮桥开通）落在当年第几天，1月1日记为第1天；取其中位日期落在统计时段内的第一个年份。早于元旦为0或负数，晚于12月31日则大于365。
measure-service_seat_use_share = 座位利用率
definition-service_seat_use_share = 已占座位数与全部发出班次座位数之比。

unit-departures-per-day = 班次/日
unit-day-of-the-year = 当年第几天
unit-passengers = 人
