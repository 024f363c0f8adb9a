# 日期、时刻与时长。

date = { $year }年{ $month }月{ $day }日
dates-one = { $year }年{ $month }月{ $day }日
dates-in-month = { $year }年{ $month }月{ $from-day }日至{ $day }日
dates-in-year = { $year }年{ $from-month }月{ $from-day }日至{ $month }月{ $day }日
dates = { $from-year }年{ $from-month }月{ $from-day }日至{ $year }年{ $month }月{ $day }日
month-of-year = { $year }年{ $month }月
axis-day = { $month }月{ $day }日
axis-month = { $year }年{ $month }月
minutes = { $number } 分钟
hours = { $number } 小时
date-in-table = { $year }-{ $mm }
