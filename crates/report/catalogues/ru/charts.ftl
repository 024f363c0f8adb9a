# Рисунки расчёта: заголовки, условные обозначения и тексты для тех, кто рисунка не видит.

strip-title = Коридор в порядке движения
strip-lead-one-of-many = Показан самый длинный путь каждого направления — один из нескольких через границу; все места — в таблице.
strip-description = Операции и участки в порядке движения от начала до конца. Круг — средняя очередь, его цвет — среднее ожидание, полоска — загрузка полос.
strip-alt = { $direction }: операции и участки в порядке движения
strip-lanes-used = загрузка полос
strip-mean-wait = ожидание
strip-key-used = полосы обслуживают, доля времени работы
strip-key-blocked = простой: оформлен, но следующее место занято
strip-key-queue = ● средняя очередь (площадь круга)
strip-key-wait = цвет — среднее ожидание:
strip-crossings = { $crossings } в сутки
strip-wait = ожидание { $wait }
strip-lanes = { $count ->
    [one] { $count } полоса
    [few] { $count } полосы
   *[many] { $count } полос
}
strip-places = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
strip-queue = очередь { $queue }
strip-standing = стоят { $vehicles }
strip-metres = { $number } м
strip-kilometres = { $number } км
strip-said-used = загрузка полос { $used }
strip-said-wait = среднее ожидание { $wait }

stage = операция
queue-vehicles = очередь, авт.
queue-people = очередь, чел.
longest-queue = наибольшая
wait-min = ожидание, мин
wait-p90-min = ожидание P90, мин
hours-unit = ч
percent = { $number } %

daily-title = Пересечения границы по дням
daily-title-busiest = В среднем за день границу пересекают { $who ->
    [people] { $mean } чел.
    [mixed] { $mean } (люди и машины вместе)
   *[vehicles] { $mean } авт.
}, в самый напряжённый день — { $busiest }
daily-alt = Пересечения границы по дням, { $direction }
daily-key = среднее по прогонам; полоса — 95-процентный интервал; вертикальная шкала общая для обоих направлений
day = день
month = месяц

split-title = На что уходит время
split-title-waiting = Ожидание занимает { $percent } % полного времени в пути
split-title-groups = Ожидание занимает { $people } % времени людей в пути и { $vehicles } % времени машин
split-alt = На что уходит время, { $direction }
split-description = Среднее полное время в пути по категориям: движение и обслуживание и четыре вида ожидания.
split-moving = движение и обслуживание
split-wait = ожидание, ч

distribution-title = Распределение полного времени в пути
distribution-title-quantiles = Половина автомобилей проходит за { $p50 } ч, девять из десяти — за { $p90 } ч
distribution-title-groups = Половина людей проходит за { $people } ч, половина машин — за { $vehicles } ч
distribution-alt = Распределение полного времени в пути, { $direction }
distribution-key = доля автомобилей по полному времени в пути, у каждой категории своя высота; отметки — медиана и P90; самый долгий 1 % не показан
distribution-p90 = P90 { $hours } ч
distribution-mean = в пути, ч: среднее

heat-title = Когда ждут дольше всего
heat-title-worst = Дольше всего ждут выезжающие { $weekday ->
    [1] в понедельник
    [2] во вторник
    [3] в среду
    [4] в четверг
    [5] в пятницу
    [6] в субботу
   *[7] в воскресенье
} в { $time }: в среднем { $wait }
heat-description = Среднее ожидание по дням недели и часам выезда из коридора; чем насыщеннее цвет, тем дольше ожидание.
heat-lead = Дни недели и часы — по времени { $zone }.
heat-lead-grows = Дни недели и часы — по времени { $zone }. Очередь растёт: чем длиннее период, тем дольше ожидание.
heat-alt = Среднее ожидание по дням недели и часам, { $direction }
heat-key = среднее ожидание тех, кто выезжает в этот час:
heat-or-more = { " и более" }
weekday = { $weekday ->
    [1] пн
    [2] вт
    [3] ср
    [4] чт
    [5] пт
    [6] сб
   *[7] вс
}

stations-title = Очередь и полосы во времени
stations-description = Сверху — средняя очередь. Снизу — открытые полосы линией, занятые — заливкой.
stations-lead = { $bucket ->
    [hour] Средние по часам.
    [day] Средние по дням; по часам — в hourly.parquet.
   *[week] Средние по неделям; по часам — в hourly.parquet.
}
stations-lead-left-out = { $lead } Операции и участки, где почти никто не ждёт, не показаны.
stations-key-queue = средняя очередь
stations-key-occupied = занятые полосы
stations-key-open = линия — открытые полосы
stations-lanes = полосы
stations-highest-hour = в худший час
stations-occupied = занято полос
stations-open = открыто полос
stations-more = { $count ->
    [one] Ещё { $count } место с меньшей очередью
    [few] Ещё { $count } места с меньшей очередью
   *[many] Ещё { $count } мест с меньшей очередью
}
