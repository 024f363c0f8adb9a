# 输入参数、其变动及数据依据。

input = 输入参数
before = 原值
after = 新值
from-day = 起始日期
from-the-beginning = 期初
status = 依据类别
plausible-range = 合理范围
source = 来源
not-written = 未填写
status-observed = 实测
status-design = 设计值
status-derived = 推算
status-assumption = 假设
scenario = 情景
model = 模型
