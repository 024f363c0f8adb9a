# 仿真值与实测值对照。

check = 检验项
seen = 实测
simulated = 仿真
allowed = 允许范围
measure = 指标
verdict-agrees = 相符
verdict-misses = 不符
verdict-open = 待定
