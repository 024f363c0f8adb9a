# 多份报告共用的词语。

replications = { $count } 次重复仿真

# 结论的依据。
rests-on = 结论的依据
rests-on-run = { $replications }，随机种子 { $seed }，{ $window }，{ $zone } 时间
rests-on-scenario = 情景 { $scenario }：{ $title }
rests-on-evidence = 共 { $all } 项输入参数：实测 { $observed } 项，设计值 { $design } 项，推算 { $derived } 项，假设 { $assumption } 项{ $without ->
    [0] { "" }
   *[other] ，无依据 { $without } 项
}
rests-on-nothing = 所有输入参数均未注明依据
rests-on-model = 模型 { $name } { $hash }，Portway { $version }
interval-note = ± 表示各次重复仿真所得 { $level }% 置信区间的半宽。

# 页面通用部分。
table-behind = 数据表
warning = 警告
finding = 发现

# 各部分的连接方式。
colon = ：
list-separator = ，
clause-separator = ；
stage-of-facility = { $facility }·{ $stage }
all-traffic = 全部车流
labelled = { $label }：{ $text }
