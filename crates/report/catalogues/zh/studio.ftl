# `portway serve` 的网页。

# 页面框架。
navigation = 页面
nav-map = 地图
nav-facilities = 设施
nav-results = 结果
nav-scenarios = 情景
nav-evidence = 数据依据
nav-programme = 项目计划
nav-text = 模型文本
nav-studies = 计算任务
nav-facility = 设施
nav-more = 更多
skip = 跳至正文
language = 语言
theme-light = 浅色
theme-dark = 深色
close = 关闭
sort = 排序
save-figure = 保存“{ $title }”
not-connected = 服务器无响应，恢复后页面将自动继续。
folder-errors = 模型文件夹中有 { $count } 处错误，暂时无法计算。
folder-errors-mend = 到文本中修改
studies-active = { $count ->
    [0] 计算任务：当前没有
   *[other] 计算任务：{ $count } 项正在计算或等待
}
studies-percent = { $percent }%
study-news = { $state ->
    [queued] { $title }：等待计算
    [running] { $title }：已完成 { $percent }%
    [finished] { $title }：计算完成
    [failed] { $title }：计算失败
   *[cancelled] { $title }：已取消
}
