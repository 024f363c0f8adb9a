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
nav-missing = 没有这个页面
page-missing = 地址中的页面“{ $page }”不存在。
page-missing-back = 前往地图
page-failed = 无法显示此页面：收到的数据已损坏。
page-again = 重试
skip = 跳至正文
language = 语言
theme-light = 浅色
theme-dark = 深色
close = 关闭
sort = 排序
save-figure = 保存“{ $title }”
not-connected = 服务器无响应，恢复后页面将自动继续。
scenarios-alone = 独立情景
scenario-own = 自身修改 { $own } 项，继承 { $inherited } 项
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

# 地图。
map-title = 运输通道地图
map-sources = 底图：© OpenStreetMap 贡献者（ODbL）、Natural Earth
map-licences = 许可协议
map-failed = 浏览器不支持 WebGL，无法显示地图。右侧列表包含地图上的全部内容。
map-coming = 正在绘制地图…
fly-to = 转到
view-all = 全部
zoom = 缩放
zoom-in = 放大
zoom-out = 缩小
legend = 图例
legend-width = 线宽：日均流量
legend-fullness = 颜色：利用率，不低于
legend-gauge = 设施旁的柱条：当前排队。满格为本次计算中该处最长排队（至少按 { $number } 计）
legend-neutral = 情景计算完成后显示线宽和颜色。
legend-moving = 行驶中
legend-waiting = 等待中（在设施旁列队）
legend-served = 办理中
legend-more = 同一地点的其他设施数
borders = 国界
panel = 地图内容
out-of-season = { $title }（停运期）
tab-services = 客运线路
both-directions = 双向共用
back-to-list = 返回列表
facilities-here = 此处有 { $count } 处设施
gauge-spoken = { $names }：排队 { $number } { $who ->
    [people] 人
    [mixed] 人、车次
   *[vehicles] 辆
}
place-gone = 该情景中没有地点“{ $name }”。
queue-now = 当前排队
longest-mean-wait = 最慢环节的平均等待
mean-wait = 平均等待
per-day = { $who ->
    [people] 人次/日
    [mixed] 日均
   *[vehicles] 辆/日
}
lanes-used = { $who ->
    [people] 查验通道利用率
   *[vehicles] 车道利用率
}
way-used = 利用率
link = 路段
nobody-came = 本次仿真中此处没有流量。
a-day-cross = { $who ->
    [people] 人次
   *[vehicles] 辆
}/日出入境
not-run-yet = 该情景尚未计算。
run-working = 正在计算。
run = 开始计算
to-facility = 该设施的环节、班次与结果
open-hours = 开放时间 { $hours }（{ $zone }时间）
closed-hours = 全周不开放
season-of = { $title }：{ $from } 至 { $to }
lanes = { $count } 条{ $who ->
    [people] 查验通道
   *[vehicles] 车道
}
places = { $count } 个{ $who ->
    [people] 候检位
   *[vehicles] 车位
}
inputs-count = { $count } 项输入参数
without-evidence = 无依据
between = { $from }—{ $to }
travel-time = 行驶时间 { $time }
link-room = 可容纳 { $vehicles } 辆
link-flow = 每小时最多通过 { $vehicles } 辆
fleet = 运力 { $count } 辆（艘、架）
seats = { $count } 座
departures-timetable = 按时刻表开行
departures-every = 按固定间隔开行
departures-when-full = 满员开行
mode-road = 公路
mode-rail = 铁路
mode-water = 水运
mode-air = 航空
mode-cable = 索道
mode-ice = 冰上通道
queue-in-week = { $who ->
    [people] 逐小时排队人数
    [mixed] 逐小时排队
   *[vehicles] 逐小时排队车辆数
}
queue-in-week-spoken = 当前时刻前后一周的排队，最多 { $number } { $who ->
    [people] 人
    [mixed] 人、车次
   *[vehicles] 辆
}

# 地图上的情景改动。
differs-tab = 改动
differs-title = 本情景的改动
differs-new = 新增
differs-added-here = 本情景新增此处
differs-from = 自{ $day }起
differs-against = 对比
differs-alike = 两者相同：
differs-folder = 对比不含任何情景的模型文件
differs-days = 统计时段不同：{ $own }（对比情景为 { $other }）
differs-off-map = 地图上无坐标的地点
differs-everywhere = 涉及全通道
differs-none = 输入参数无差异。
differs-added = 新增 { $count } 处
differs-gone = 本情景中没有的 { $count } 处

# 地图下方的时间轴。
time = 时间
time-of-window = 统计时段内的时刻
play = 播放
pause = 暂停
speed = 播放速度
speed-per-second = 每秒 { $time }
show-vehicles = 显示当日通行动态
vehicles-coming = 正在计算当日通行动态……
vehicles-unread = 无法读取当日通行动态。
vehicles-shown = 车辆
vehicles-repeated = 当日循环播放
day-and-weekday = { $day }（{ $weekday }）
day-before = 前一天
day-after = 后一天
scale-km = { $number } 公里
scale-m = { $number } 米
holds-back = 受什么制约？
queue-here = 当前排队 { $number }
zone-asia-shanghai = 中国
zone-asia-yakutsk = 阿穆尔州
zone-asia-vladivostok = 哈巴罗夫斯克
zone-asia-chita = 后贝加尔
