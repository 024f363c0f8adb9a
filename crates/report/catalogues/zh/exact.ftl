# 仿真值与精确解对照。

exact = 精确解
z = z
finds = 可检出

exact-answer = { $count } 个精确解中，{ $agree } 个相符{ $miss ->
    [0] { "" }
   *[other] ，{ $miss } 个不符
}{ $open ->
    [0] { "" }
   *[other] ，{ $open } 个待定
}。
exact-rests-z = z 为与精确解的距离，以标准误计。界限的设定使正确的仿真程序以 { $certainty }% 的概率全部 { $rows } 行都落在界限之内（Bonferroni 校正）。
exact-rests-finds = “可检出”为该行以 { $power }% 的概率能够检出的偏差；超过 { $bias }% 时该行待定，除非精确解本身也不更准。
exact-rests-run = Portway { $version }，随机种子 { $seed }，{ $folders } 个模型文件夹共 { $events } 百万个事件

# `portway validate --write` 所写的 Markdown 页面。
exact-page =
    # 仿真与精确解对照

    `validation/` 中的每个文件夹都是一个普通的通道模型，其答案已知：来自公式，来自数值求解的马尔可夫链，
    或来自另一独立程序的数千次重复仿真。`portway validate validation` 会全部运行一遍，本页即由此写成。

    { "**" }{ $answer }** Portway { $version }，随机种子 { $seed }，共 { $events } 百万个事件。

    ## 如何判定

    - *仿真值* 为独立重复仿真的均值及其 95% 学生氏置信区间；*z* 为与精确解的距离，以标准误计。
      若答案本身也由仿真得到，其标准误一并计入。
    - *界限* 为视作相符的最大 z。其设定使正确的仿真程序以 { $certainty }% 的概率全部 { $rows } 行都在界限之内
      （按行作 Bonferroni 校正，各行按其重复次数取学生氏系数）。
    - *可检出* 为该行以 { $power }% 的概率能够检出的最小偏差。重复次数不断增加，直至不超过 { $bias }%；
      若答案本身由仿真得到，则直至仿真与答案同样可靠。
    - 这里没有按位数固定的数值。固定数位的是回归测试，另在别处。

    模型语言中没有中断服务（抢占优先）：车道上的车辆总会办完。因此不检验其精确解。

    下表最后两列为文件夹文本散列值的开头，以及一次短时运行的指纹。测试会重新生成两者，
    因此文件夹或仿真程序的任何改动都会显示本页已过时。
exact-folders-title = 文件夹
exact-folder = 文件夹
exact-rows = 行数
exact-agree = 相符
exact-events = 事件
exact-text = 文本
exact-short-run = 短时运行
exact-million = { $number } 百万
exact-folder-said = 文件夹 { $folder }。
exact-limit = 界限
exact-replications = 重复次数
exact-against = 对照依据
