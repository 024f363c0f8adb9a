# 贸易。

trade-title = 期间跨境贸易
trade-commodity = 商品
trade-amount = 数量
trade-unit = 单位
trade-hs = HS 章
trade-value = 金额，百万 { $currency }
trade-by-month = 逐月
trade-unit-kt = 千吨
trade-unit-gwh = GWh
trade-unit-mcm = 百万立方米
