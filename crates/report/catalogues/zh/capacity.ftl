# 通道的通行能力。

capacity-heading = { $title }：通行能力
capacity-answer = { $who ->
    [all] { $mix ->
        [own] 全部车流，按情景的车型构成
       *[asked] 全部车流，按指定车型构成
    }
   *[one] { $direction }
}，每日可持续通过 { $per_day } { $whom ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}（{ $low } 至 { $high }），为情景所设 { $today } { $whom ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}的 { $times } 倍。
capacity-answer-beyond = 每日 { $low } { $whom ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}仍满足服务标准，更大的流量未再检验：在此范围内没有任何环节构成约束。
capacity-answer-none = 每日 { $high } { $whom ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}也达不到服务标准。
capacity-answer-closed = { $station }在整个统计时段内关闭，车辆无法通过，不存在通过能力；请另选日期。
capacity-answer-unclear = 每个流量至多重复仿真 { $most } 次，仍无法判定：每日 { $low } { $whom ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}满足服务标准{ $high ->
    [none] ，检验过的流量中没有可断定为不满足的
   *[other] ，每日 { $high } 则不满足
}。
capacity-gives-way = 最先达到极限的是：{ $limit }
capacity-gives-way-title = 最先达到极限之处
capacity-line = { $who }：{ $limit }{ $bound }
capacity-limit-growth = { $station }排队持续增长。
capacity-limit-time = { $traffic }不再满足 { $standard }。
capacity-limit-carried = { $traffic }中有超过 { $lost } 的车辆未能通过。
capacity-traffic = { $group ->
    [passengers] 客运车辆
   *[freight] 货运车辆
}（{ $direction }）
capacity-others-break = 无法再增加，因为情景所设的其余车流本身已不满足标准：{ $limit }
capacity-wide = 区间较宽：每个流量重复仿真 { $most } 次仍无法判定是否满足标准。
capacity-bound = 车道理论上限取决于{ $station }。
capacity-title = 最大可持续流量，辆/日
capacity-direction = 方向
capacity-all = 全部车辆
capacity-today = 情景值
capacity-flow = 通行能力
capacity-interval = { $level }% 置信区间
capacity-fluid = 车道理论上限
capacity-share = 占比%
capacity-others-stay = 单列一个方向时，其余车流保持情景所设水平，且同样须满足标准。
capacity-busiest = 时段内最繁忙一日的车流量是日均的 { $ratio } 倍。
capacity-directions-title = 两个方向之间的此消彼长，辆/日
capacity-classes-title = 货运与客运之间的此消彼长，辆/日
capacity-split = 比例
capacity-freight = 货运
capacity-passengers = 客运
capacity-together = 合计
capacity-chart = 每个点是两部分按某一比例时的最大流量，短线为其区间。
capacity-chart-bound = 虚线：不计随机波动的车道理论上限
capacity-chart-today = 情景值
capacity-description = 两部分车流的最大可持续流量曲线，沿各射线画出区间，其上为车道理论上限，空心点为情景流量。
capacity-unit = 辆/日
capacity-standard = 服务标准：{ $standard }。每个方向的货运和客运须各自满足。
capacity-method = 采用公共随机数的随机二分搜索。每个流量重复仿真 { $fewest } 至 { $most } 次，直至检验可以判定；区间下端满足标准，上端不满足，两者同时正确的概率为 { $level }%。共 { $run } 次重复仿真。
capacity-mix = 车型构成：{ $mix }。
