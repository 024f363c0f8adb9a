# 各企业的交通量。

owners-title = 各企业：车流量、全程时间与等待时间（小时）
owner = 企业
owner-waits = 等待
owner-cost = 每车次费用，{ $currency }
owner-nobody = 未注明企业
