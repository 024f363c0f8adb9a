# 两个情景或两次运行的比较。

difference = B − A
now = 现值
difference-now = 现值 − 原值
verdict = 判定
verdict-changed = 有变化
verdict-not-seen = 未见变化
verdict-no-value = 无数值

comparison-heading = { $title }：{ $b } 与 { $a } 比较
comparison-answer = { $b } 与 { $a } 相比：{ $differences }。
comparison-answer-none = B 与 A 没有共同的指标。
comparison-side = { $scenario }，{ $window }
comparison-side-titled = { $scenario }：{ $title }，{ $window }
change-said = { $measure } { $difference } { $unit }
change-not-seen = { $measure }未见变化（{ $difference } { $unit }）
change-without-value = { $measure }无数值可比
change-at = { $place }的{ $change }
comparison-pairs = { $count } 对重复仿真，采用公共随机数，随机种子 { $seed }
comparison-variance = 公共随机数使差值的方差缩小：{ $factors }
comparison-variance-of = { $measure } { $factor } 倍
comparison-rests = { $pairs }；{ $variance }。
sentence = { $text }。
sentences = { $first }。{ $second }。
differences-title = 有何变化
differences-lead = { $b } 减 { $a }；每辆车在两个情景中遇到相同的随机因素。
differences-description = B 减 A 的差值及其置信区间，与零线对照。
differences-key-changed = ● 有变化：配对差值的 95% 置信区间不含零
differences-key-not-seen = ○ 以当前重复次数未见变化
changed-text-title = 模型文本的变动
changed-text-only-in = 仅见于 { $scenario }
changed-text-none = 仅统计时段不同。

# 与上一次运行的比较。
since-title = 与上一次运行相比
since-more-inputs = 另有 { $count } 项输入参数有变动；报告中全部列出
since-no-inputs = 本情景的数值均未改变；其他文本有改动，见 { $files }
since-not-compared = 未与上一次运行比较：{ $what ->
    [version] Portway 版本
    [corridor] 通道
    [scenario] 情景
    [window] 统计时段
    [state] 初始车辆数或其位置
    [seed] 随机种子
   *[replications] 重复次数
}原为 { $before }，现为 { $now }。
