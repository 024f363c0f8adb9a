# 时间花在哪里：沿线时间阶梯图、CAREC 指标、货物放行时间研究。

journey-staircase = 沿线累计时间
journey-staircase-title = 耗时最多的地点是{ $place }：{ $hours } 小时（{ $direction }）
journey-staircase-lead = 横轴为距路线起点的里程，纵轴为累计小时数，取所有驶离车辆的均值。斜线为行驶，台阶为办理或等待的地点。绘制方法为联合国亚太经社会（UNESCAP）的时间/成本—距离法。
journey-staircase-alt = { $direction }：里程与累计小时数
journey-cost-alt = { $direction }：里程与累计费用
journey-whole = { $hours } 小时
journey-step = { $place } { $value }
journey-hours = 小时
journey-km = 公里
journey-place = 地点
journey-measure = 指标
journey-service = 行驶与办理
journey-virtual = 场外候号
journey-yard = 停车场等待
journey-physical = 现场排队
journey-blocked = 受阻滞留
journey-rest = 统计时段首尾及未走完全程的车辆
journey-door-to-door = 全程时间

cpmm-title = 通道绩效指标（CAREC CPMM）
cpmm-lead = 亚洲开发银行“通道绩效测量与监测”（CPMM）指标。场外候号既不在口岸，也不在路上，因此不计入各项指标。各项指标均针对货运车辆（不载旅客的车型）。
cpmm-tfi1 = TFI1 { $place }通关时间，小时
cpmm-tfi2 = TFI2 { $place }收费，{ $unit }
cpmm-tfi3 = TFI3 货物运输费用，{ $unit }
cpmm-tfi4-swod = TFI4 不含延误的行驶速度，公里/小时
cpmm-tfi4-swd = TFI4 含延误的行驶速度，公里/小时
cpmm-no-money = TFI2 和 TFI3 需要价格，而模型中没有 [money]。

trs-title = 货物放行时间（世界海关组织 TRS），小时
trs-lead = 从抵达设施到驶离，各放行步骤之间的平均小时数；未经过某一步骤的车辆按零计。各区间按世界海关组织《货物放行时间测量指南》第 3 版（2018 年）划分。
trs-lodgement = 至申报
trs-assessment = 至审单
trs-inspection = 至查验
trs-release = 至放行
trs-exit = 至驶离
trs-whole = 抵达至驶离
