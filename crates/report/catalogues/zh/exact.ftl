# 仿真值与精确解对照。

exact = 精确解
z = z
finds = 可检出
