# 两个情景或两次运行的比较。

difference = B − A
now = 现在
difference-now = 现在 − 原值
verdict = 结论
verdict-changed = 有变化
verdict-not-seen = 未见变化
verdict-no-value = 无数值
