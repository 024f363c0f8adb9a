# `portway serve` 地图以外的网页：结果、计算任务、设施、情景、数据依据、项目计划、模型文本。

# 图表。
chart-zoom = 显示的坐标范围
chart-all = 全部
chart-left = 向左
chart-right = 向右
hour = 时刻
unit = 单位
value = 数值
unit-whom = { $who ->
    [people] 人
   *[mixed] 人、车次
}
unit-whom-per-day = { $who ->
    [people] 人次/日
   *[mixed] 人、车次/日
}
whole-corridor = 全通道
search = 搜索
loading = 正在读取……
cancel = 取消
copy = 复制
copied = 已复制
rows-found = { $count } 行
rows-cut = 仅显示前 { $shown } 行，共 { $all } 行；其余请搜索。

# 结果。
week-worst = { $worst }（{ $direction }）
week-lead = 星期与时刻按{ $zone }时间。
queues-none = 几乎无人排队
queues-title = 平均排队最长处：{ $place }，{ $number } { $who ->
    [people] 人
    [mixed] 人、车次
   *[vehicles] 辆
}
queues-lead = 统计时段内逐小时的平均排队（各次仿真取均值）。时间轴与上方逐日通行图一致。
queues-alt = 逐小时排队：{ $place }
queues-add = 再显示一处
queues-remove = 不再显示：{ $place }
spread-within = { $hours } 小时内通过的比例
staircase-cost = 沿途费用
staircase-time = 时间
staircase-money = 费用
staircase-lead = 自路线起点起的累计值随里程的变化（离开车辆的均值）。斜线为行驶，台阶为办理手续或等待之处。
flow-largest = 最大可持续流量（{ $unit }）
flow-directions = 两个方向之间的此消彼长（{ $unit }）
flow-classes = 货运与客运之间的此消彼长（{ $unit }）
compare-title = 变化幅度（相对 A，%）
compare-lead = B 减 A，两方案采用公共随机数；线段为 95% 置信区间。浅色：未见变化。
compare-of = 对象
compare-main = 主要指标
compare-in = { $side ->
    [a] A
    [b] B
   *[both] A 与 B
} 中：{ $text }
compare-queue-gone = A 中持续增长的排队在 B 中不再增长：{ $places }。
compare-queue-come = B 中出现 A 中没有的持续增长的排队：{ $places }。
compare-all = { $all } 项指标中有 { $changed } 项发生变化
compare-only-changed = 仅显示有变化的
compare-everything = 全部
sensitivity-mu = 平均影响
programme-months = { $late ->
    [early] 提前 { $months } 个月
   *[late] 推迟 { $months } 个月
}
programme-chance = 按期可能性 { $percent }%
results-none = “{ $scenario }”尚无结果。想了解什么？
answer-unread = 无法读取该任务的结果，请重新计算。
report-printed = 打印版报告
files = 文件
command = 等效命令行

# 计算任务。
kind-run = 仿真
kind-compare = 方案比较
kind-bottleneck = 瓶颈分析
kind-capacity = 通行能力
kind-sensitivity = 敏感性分析
kind-programme = 项目计划
kind-animate = 地图通行动画
study-pair = { $b } 与 { $a } 相比
study-tried = { $scenario }（{ $values }）
day-and-time = { $day } { $time }
study-choose = 其他任务
study-progress = 进度
study-queued = { $count ->
    [0] 即将开始
   *[other] 等待中，前面还有 { $count } 项
}
study-left = 剩余 { $time }
study-took = 用时 { $time }
study-done = 提交时间
seconds = { $number } 秒
study-gone = 该任务已不存在。
study-stale = 此后模型已修改。
study-stale-long = 计算之后模型已修改，按当前模型计算可能得到不同结果。
study-fresh = 与当前模型一致
study-failed = 该任务计算失败。
study-cancelled = 该任务已取消。
study-on-map = 在地图上观看通行动态
run-again = 重新计算
ask-what = 想了解什么？
ask-run = 通过多少、需要多久、哪里排队
ask-bottleneck = 受什么制约，增加一个单位资源有何效果
ask-capacity = 满足服务标准的最大流量
ask-sensitivity = 哪些不确定参数决定结果（需数分钟）
ask-programme = 已商定项目何时启用
ask-more = 日期、重复次数、种子
ask-from = 自
ask-to = 至
studies-none = 尚未进行任何计算。
studies-lead = 任务依次计算，每项使用全部处理器；完成的任务保留于此，直至删除。
studies-waiting = 正在计算与等待
studies-finished = 已完成
studies-remove = 删除
studies-remove-sure = 删除“{ $title }”及其文件？
studies-all = 全部类型

# 设施。
facility-gone = 该情景中没有设施“{ $name }”。
stages-count = { $count } 个环节
stages-of-facility = 本设施各环节
longest-wait-at = 平均等待最长：{ $stage }，{ $wait }
most-used = 利用率最高：{ $stage }，{ $percent }%
flow-of = 按通行顺序排列的环节，{ $direction }
lanes-unlimited = { $who ->
    [people] 通道数不限
   *[vehicles] 车道数不限
}
nobody-passes = 此处无流量
use-is = 利用率 { $percent }
blocked-is = 受阻 { $percent }
passes-a-day = { $number } { $who ->
    [people] 人次
    [mixed] 人、车次
   *[vehicles] 辆
}/日
room = 候检容量
room-for = { $who ->
    [people] 候检区可容纳 { $number } 人
   *[vehicles] 候检车位 { $number } 个
}
stage-kind-control = 查验
stage-kind-holding = 待检停车场
stage-kind-appointments = 预约排队
hours-shared = 开放时间：{ $title }（{ $zone }时间）
time-in-zone = { $zone }时间 { $time }
local-time = 当地时间：{ $zone }
means-of-window = 均值
means-short = 计算时段内各日平均
results-of-run = 本次仿真的全部结果
edit-hint = 在图中选择环节并修改参数。“试算”将情景与修改后的方案比较；确认保留之前不会写入文件。
input-own = 本情景设定
input-of-scenario = 该值由本情景设定
input-before = 原为 { $value }
input-unfounded = 由您修改，尚无依据
input-later = 自{ $day }起：{ $value }
undo = 撤销
undo-all = 全部撤销
undo-conflict = 未能撤销：写入后 { $file } 又被他人修改。已写入的内容保留不变，请在文本中手动改回。
draft = 试算中的修改
draft-count = { $count } 处修改，尚未写入
try-it = 试算
keep-it = 保留
tried = 修改的效果
tried-more = 全部差异
checking = 正在检查……
checked = 检查通过
checked-again = 重试
checked-late = 服务器响应超时。
checked-unreached = 服务器无响应。
keep-where = 写入位置
keep-here = 写入当前情景“{ $scenario }”，覆盖其原有取值
keep-new = 以“{ $scenario }”为基础另建新情景，原情景不变
kept-in = 已写入“{ $scenario }”。
kept-open = 打开
kept-run = 开始计算
kept-compare = 与基础情景比较
write = 写入
diff = 文本差异
diff-lead = { $file } 中的改动：
diff-added = 新增：
diff-gone = 删除：
scenario-name = 文件夹中的名称：a–z、0–9、-
scenario-name-made = 文件夹中的名称：
scenario-name-own = 另取名称
scenario-name-wrong = 只能用小写字母 a–z、数字和连字符，最多 60 个字符，并以字母或数字开头。
scenario-name-taken = 已有情景使用该名称。
scenario-title = 标题
scenario-title-none = 请填写情景标题。
scenario-title-taken = 已有情景使用该标题。
scenario-with = { $scenario }——{ $changes }

# 模型文本。
files-of-folder = 文件夹中的文件
text-new = 新建文件
text-name = 文件名
text-save = 保存
text-saved = 已保存
text-unsaved = 未保存
text-drop = 放弃修改
text-even-so = 仍然保存
text-moved = 编辑期间磁盘上的文件已被修改，保存时将并列显示两份文本。
text-errors = { $count } 处错误，无法计算
text-warnings = { $count } 条警告
text-sound = 模型文件夹无错误
error = 错误
bytes = { $number } KB
search-before = 上一处
search-after = 下一处
search-found = { $count ->
    [0] 未找到
   *[other] { $count } 处
}
conflict = { $file } 已被他人修改
conflict-lead = 您开始编辑后，磁盘上的文件已被修改。两份文本均未丢失：请选择保留哪一份，或继续编辑后再保存。
conflict-disk = 磁盘上
conflict-mine = 您的文本
conflict-keep = 保留我的
conflict-take = 采用磁盘上的
conflict-edit = 继续编辑

# 情景。
scenarios-lead = 勾选两个或以上情景，可并列比较。
scenario-choose = 将“{ $scenario }”加入比较
scenario-base = 基于“{ $scenario }”
scenario-changes = { $count ->
    [0] 未作改动
   *[other] { $count } 处改动
}
scenario-copy = 复制“{ $scenario }”
scenario-copy-short = 复制
scenario-edit = “{ $scenario }”的文本
scenario-edit-short = 编辑
scenario-edit-lead = 标题、基础情景、日期与取值，与模型文件一致：
scenario-no-text = 在 { $file } 中未找到该情景的文本。
scenario-remove = 删除
scenario-remove-sure = 从 { $file } 中删除“{ $scenario }”？已完成的计算任务予以保留。
scenario-is-base = 以下情景以其为基础：{ $scenarios }。
scenario-on-map = 在地图上查看改动
scenario-studies = 本情景的计算任务
scenario-as-list = 按要素
scenario-as-text = 按文本
scenario-values = 试用其他取值
scenario-values-lead = 以下为本情景改动的参数；其他参数可搜索。
scenario-find = 搜索输入参数
beside = 并列比较
beside-run = { $count ->
    [1] 计算比较
   *[other] 计算 { $count } 项比较
}
beside-on-map = 在地图上查看与 A 的差异
beside-none-in-a = A 无数值
beside-values = 不同的取值
beside-lead = A 为仿真值，其余为与 A 之差及其 95% 置信区间。下划线：与 A 不同。

# 数据依据与项目计划。
evidence-answer = { $all } 项输入参数中有 { $assumption } 项为假设。
evidence-answer-matter = { $all } 项输入参数中有 { $assumption } 项为假设，{ $deciding ->
    [0] 其中没有对结果起决定作用的。
   *[other] 其中 { $deciding } 项对结果起决定作用。
}
evidence-ask = 尚未分析其中哪些对本情景有影响。
evidence-find-out = 分析哪些参数重要（需数分钟）
evidence-all-effects = 各参数的影响
evidence-by-weight = 按方差贡献排序
evidence-part = 模型部分
evidence-parts = 全部部分
note = 备注
programme-no-chances = 尚未计算各项目的实际启用可能性。
programme-compute = 计算启用可能性
programme-none = 本通道没有已商定的项目。

# 输入参数：要素及其键名的说法；未列出的按模型文件显示。
element-air = 排放
element-calendar = 开放时间
element-choice = 路线选择
element-commodity = 货类
element-corridor = 运输通道
element-direction = 方向
element-event = 特殊事件
element-incident = 突发事件
element-limit = 限额
element-line = 管线
element-money = 价格
element-node = 节点
element-profile = 需求分布
element-project = 项目
element-route = 路线
element-season = 季节
element-water = 水位站
element-yearly = 年内日期
key-alighting = 下客时间
key-alternating = 单向交替放行
key-at = 位置
key-at-most = 最多
key-back = 返程方向
key-balk-at = 劝返排队长度
key-batch = 成批到达车辆数
key-bcp = 口岸
key-boarding = 上客时间
key-border = 跨越国界
key-capacity = 通行能力
key-cargo = 货物构成
key-choice = 路线选择
key-class = 车型
key-classes = 车型
key-clearance = 清空时间
key-close-at = 关闭时排队长度
key-closed = 闭关日期
key-co2 = 燃油二氧化碳排放因子
key-commodity = 货类
key-constants = 路线附加费用
key-country = 国家
key-counts = 计数对象
key-currency = 货币
key-day = 年内日期
key-default-scenario = 默认情景
key-depth = 航道水深
key-direction = 方向
key-discipline = 排队规则
key-draught = 吃水
key-enter = 入境限额
key-every = 间隔
key-extra-lanes = 增开车道
key-factor = 系数
key-fare = 票价
key-fee = 规费
key-fleet = 运力配备
key-flow-capacity = 通行能力
key-forward = 去程方向
key-from = 起点
key-fuel-price = 燃油价格
key-gaps = 到达间隔分布
key-gauge = 轨距
key-gauges = 轨距
key-holiday = 节假日
key-holidays = 节假日
key-hour = 小时分布
key-hour-cost = 每小时费用
key-hours = 开放时间
key-idle-fuel = 怠速油耗
key-keep-clear = 禁止停车
key-kind = 类型
key-known = 已知日期
key-lanes = { $who ->
    [people] 查验通道数
   *[vehicles] 车道数
}
key-lasts = 持续时间
key-lead = 最短预约提前量
key-learning = 逐日学习率
key-least = 最低
key-leave = 出境限额
key-length = 长度
key-load = 载重量
key-lost = 失效预约占比
key-milestones = 节点
key-mode = 运输方式
key-month = 月度分布
key-most = 最高
key-no-show = 爽约率
key-node = 节点
key-one-way = 单向通行
key-open = 开放时间
key-open-at = 增开时排队长度
key-opened = 特别开放日期
key-other = 其他
key-overtaking = 允许超车
key-owner = 所属方
key-part = 模型部分
key-passengers = 载客人数
key-path = 途经
key-patience = 最长等待意愿
key-phase = 单向放行时长
key-places = 每时段名额
key-priority = 优先顺序
key-process = 流程
key-profile = 分布系数
key-punctuality = 守时程度
key-rate = 汇率
key-reliability = 可靠性权重
key-room = { $who ->
    [people] 候检容量（人）
   *[vehicles] 候检车位
}
key-route = 路线
key-routes = 路线
key-running-cost = 里程费用
key-scale = 选择尺度
key-season = 开放季节
key-seats = 座位数
key-second = 第二货币
key-service = 服务时间
key-share = 比例
key-shares = 各路线分担率
key-speed = 速度
key-spread = 离散程度
key-stay-home = 放弃出行的费用
key-step = 放行步骤
key-storage = 可容纳车辆数
key-timetable = 时刻表
key-timetable-back = 返程时刻表
key-title = 标题
key-to = 终点
key-to-gauge = 换轨后轨距
key-travel = 行驶时间
key-turnaround = 折返时间
key-under-keel = 富余水深
key-unit = 计量单位
key-value = 单位价值
key-value-of-time = 时间价值
key-virtual-wait = 场外候号费用比例
key-volume = 日均流量
key-water = 水位
key-weekday = 星期分布
key-weights = 权重
key-when-full = 满员时
key-yard-idling = 停车场怠速比例
key-zone = 时区
