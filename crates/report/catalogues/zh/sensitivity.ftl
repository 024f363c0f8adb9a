# 在尚无定论的输入参数中，哪些决定结论。

sensitivity-heading = { $title }，{ $scenario }：{ $count } 项不确定输入参数在其范围内变动
sensitivity-decide = { $all } 项不确定输入参数中，有 { $count } 项决定{ $measure }：{ $names }；每项对其方差的贡献不低于 { $least }。
sensitivity-none-decides = { $all } 项不确定输入参数中，没有一项能确定其对{ $measure }方差的贡献达到 { $least }。
sensitivity-nothing = { $all } 项不确定输入参数均不改变{ $measure }。
sensitivity-untold = 无法判断哪些输入参数决定{ $measure }：有结果的运行太少，或该值几乎不变。
sensitivity-rest = 其余 { $count } 项影响可忽略：合计对方差的贡献为 { $share }（不超过 { $most }）。
sensitivity-rest-together = 其余 { $count } 项未逐一细查，合计对方差的贡献为 { $share }（不超过 { $most }）。
sensitivity-title = 影响因素：{ $measure }
sensitivity-spread = 按模型现值为 { $written }；在全部范围内平均为 { $mean }，标准差 { $deviation }。
sensitivity-written = 按模型现值为 { $written }。
sensitivity-range = { $low } 至 { $high }，现值 { $written }{ $parts ->
    [1] { "" }
   *[other] ，{ $parts } 项输入参数同时变动
}
sensitivity-input = 输入参数
sensitivity-varied = 范围
sensitivity-status = 依据
sensitivity-at-low = 取下限
sensitivity-at-high = 取上限
sensitivity-first = 单独作用
sensitivity-total = 方差份额
sensitivity-noise = 随机误差
sensitivity-real = 超出随机误差
sensitivity-yes = 是
sensitivity-no = 否
sensitivity-screening = 筛选：输入参数在全范围变动的效应，{ $measure }
sensitivity-aside-title = 另有 { $count } 项输入参数效应明显但未进一步分析（只进一步分析效应最大的八项）
sensitivity-rest-title = { $count } 项输入参数无需细查
sensitivity-without-range = { $count } 项假设无法变动：evidence.csv 未给出范围
sensitivity-mistakes = 无法使用的范围
sensitivity-mistake = { $path }：{ $why }
sensitivity-growing = { $of } 次运行中有 { $runs } 次出现持续增长到时段结束的排队{ $runs ->
    [0] { "" }
   *[other] ，多见于 { $scope }；该处的时间取决于时段长短
}。{ $left ->
    [0] { "" }
   *[other] 另有 { $left } 次提前结束，未计入。
}
sensitivity-method = 共 { $runs } 次运行，每次 { $replications } 次重复仿真：先从 { $starts } 个起点筛选（Morris 1991），再用 { $rows } 行样本分解方差（Saltelli 2010，Jansen 1999），仿真噪声不计入方差。范围内各值等可能，各输入参数相互独立。“单独作用”指确知该输入参数可消除的方差份额，“方差份额”还包括它与其他输入参数的共同作用。份额达到 { $least } 即视为起决定作用。“取下限”和“取上限”是只变动该输入参数时与现值结果之差，由 { $alone } 次重复仿真配对得出。
sensitivity-as-written = 现值 { $value }
sensitivity-key-low = 输入参数取下限
sensitivity-key-high = 输入参数取上限
sensitivity-key-hollow = 空心：假设；实心：实测、设计值或推算
sensitivity-key-line = 横线：95% 置信区间
sensitivity-description = 每项输入参数一行：条形从现值结果延伸到该输入参数取下限和上限时的结果，最长者居上。
sensitivity-all-effects = 全部输入参数：筛选与方差份额
sensitivity-effects-note = μ* 为输入参数在全范围变动的平均效应大小，σ 为该效应在不同起点之间的差异，随机误差为仿真本身带给单个效应的标准误。
