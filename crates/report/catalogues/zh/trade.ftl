# 贸易。

trade-title = 期间跨境贸易
trade-lead = 期间经车船与管线过境的货物；无金额的商品不计入合计。
trade-heading = { $commodity }占贸易额的 { $percent }%
trade-commodity = 商品
trade-amount = 数量
trade-unit = 单位
trade-hs = HS 章
trade-value = 金额，百万 { $currency }
trade-by-month = 逐月
trade-unit-kt = 千吨
trade-unit-gwh = GWh
trade-unit-mcm = 百万立方米
measure-trade_amount = 贸易量
definition-trade_amount = 整个统计时段内由车辆和管线跨境运送的商品数量：吨、兆瓦时或立方米。
measure-trade_value = 贸易额
definition-trade_value = 按当日汇率折算的商品金额。
trade-left-out = 另有 { $count } 种数量较小的商品列于表中。
