# 同时在内数量的上限与分期配额。

limits-title = 限额
limits-lead = 无余额时在入口排队等候。满额时间指任何车辆均无法再进入的时间。
limits-limit = 限额
limits-allowed = 上限
limits-admitted = 日均进入
limits-mean = 在内
limits-most = 最多
limits-used = 使用 %
limits-full = 满额 %
limits-allows = { $every ->
    [day] 每日
    [month] 每月
    [year] 每年
   *[once] 同时
}不超过 { $most } { $counts ->
    [people] { $count ->
       *[other] 人
    }
   *[vehicles] { $count ->
       *[other] 辆
    }
}

measure-limit_admissions_per_day = 限额内进入量
definition-limit_admissions_per_day = 按限额计数口径，统计时段内日均进入的数量。
measure-limit_mean = 上限内在内数量
definition-limit_mean = 上限范围内同时在内的数量，对统计时段取时间均值。
measure-limit_max = 限额内最大数量
definition-limit_max = 上限范围内同时在内的最大数量；对配额而言为单个周期内进入的最大数量。
measure-limit_use_share = 限额使用率
definition-limit_use_share = 对上限而言，在内数量与允许数量之比，对统计时段取时间均值；对配额而言，进入数量与统计时段内各周期允许数量之比。
measure-limit_full_share = 满额时间比例
definition-limit_full_share = 到来的车辆无论大小均无法进入的时间所占比例。

unit-people = 人
unit-people-per-day = 人/日
unit-counted = 辆或人
unit-counted-per-day = 辆或人/日
