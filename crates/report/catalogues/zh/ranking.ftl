# 多个情景的排序。

ranking-heading = { $title }：{ $count } 个情景排序
ranking-by = { $measure }（{ $statistic ->
    [mean] 均值
   *[other] { $statistic }
}）
ranking-answer = 按{ $measure }，{ $scenario } 在 { $count } 个情景中最优：{ $value }。若最优者领先达 { $indifference } 以上，选对的概率为 { $confidence }%。
ranking-answer-open = 经过 { $replications } 次重复仿真，按{ $measure }仍有 { $left } 个（共 { $count } 个）情景无法区分；目前领先的是 { $scenario }：{ $value }。
ranking-answer-none = { $count } 个情景中，没有一个在每次重复仿真中都有{ $measure }的数值。
ranking-title = 情景由优到劣
ranking-beside-title = 同一批情景的其他指标
ranking-scenario = 情景
ranking-value = 数值
ranking-difference = 与最优之差
ranking-standing = 判定
ranking-replications = 重复次数
ranking-chosen = 选定
ranking-in-question = 无法区分
ranking-dropped = 已淘汰
ranking-no-value = 无数值
ranking-rule = KN 选优法（Kim 与 Nelson，2001）：每个情景先做 { $first } 次重复仿真，之后只对仍可能最优的情景继续。若最优者领先达 { $indifference } 以上，选对的概率为 { $confidence }%；相差不足此值的视为同样好。差值的置信区间按成对比较得出，只表示差距大小，未计入选择过程与停止时刻的影响。
ranking-chart = 各情景及其 95% 置信区间；● 选定，○ 无法区分，小点已淘汰。
ranking-description = 每行一个情景的点与区间，最优者在上。
