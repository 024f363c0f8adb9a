# 仿真值与实测值对照。

check = 检验项
seen = 实测
simulated = 仿真
allowed = 允许范围
measure = 指标
verdict-agrees = 相符
verdict-misses = 不符
verdict-open = 待定

validation-heading = { $title }：模型验证
validation-answer = { $count } 项实测中，{ $agree } 项相符{ $miss ->
    [0] { "" }
   *[other] ，{ $miss } 项不符
}{ $open ->
    [0] { "" }
   *[other] ，{ $open } 项待定
}。
validation-remarks-title = 未能相符之处
validation-title = 实测值与仿真值对照
validation-lead = 每项检验各有刻度：色带为视作相符的允许范围。
validation-key = ● 实测   ○ 仿真值及其 95% 置信区间；位于边缘的圆表示数值更远
validation-allowed = 允许范围、实测值与仿真值
validation-observed-said = { $observed } → { $simulated }
validation-scenario = { $scenario }：{ $window }，{ $replications }
validation-rests = 随机种子 { $seed }，{ $model }；整个置信区间落在允许范围内才算相符
validation-source = { $source }。{ $why }
