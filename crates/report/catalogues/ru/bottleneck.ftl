# Узкие места коридора.

bottleneck-heading = { $title }: что сдерживает пропуск, { $scenario }

# Ответ.
bottleneck-answer-demand = Пропуск ограничен спросом: границу пересекают { $crossings } { $who ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки, и ни один отдельный ресурс этого числа не увеличит. Если бы в сутки приезжало на { $more } { $who ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} больше, проехало бы на { $crossed } больше.
bottleneck-answer-timetable = Пропуск ограничен спросом: границу пересекают { $crossings } { $who ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки, и ни один отдельный ресурс этого числа не увеличит.
bottleneck-answer-resource = В сутки прибывает { $arrivals } { $who ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
}, границу пересекают { $crossings }.
bottleneck-answer-unclear = В сутки прибывает { $arrivals } { $who ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
}, границу пересекают { $crossings }. Что их ограничивает, при таком числе прогонов не видно.
bottleneck-answer-best = Наибольший эффект даёт ещё одна единица ресурса: { $place } ({ $change }) — { $effects }.
bottleneck-answer-tied = { $count ->
    [one] Ещё { $count } ресурс от него неотличим.
    [few] Ещё { $count } ресурса от него неотличимы.
   *[many] Ещё { $count } ресурсов от него неотличимы.
}
bottleneck-answer-none = Ещё одна единица любого из ресурсов не даёт эффекта, отличимого от случайного разброса.
bottleneck-answer-process = Другие правила или более быстрая работа дали бы больше: { $place } ({ $change }) — { $effects }.
bottleneck-saved-hours = экономия { $value } автомобиле-часов в год, около { $share } % общего времени
bottleneck-lost-hours = потеря { $value } автомобиле-часов в год, около { $share } % общего времени
bottleneck-gained-crossings = на { $value } пересечений в сутки больше
bottleneck-lost-crossings = на { $value } пересечений в сутки меньше
bottleneck-saved-p90 = 90-й процентиль полного времени в пути короче на { $value } ч
bottleneck-lost-p90 = 90-й процентиль полного времени в пути длиннее на { $value } ч

# Таблицы.
bottleneck-title-resource = Каждый ресурс — на единицу больше
bottleneck-title-side = Если строит только одна сторона
bottleneck-title-process = Другие правила, более быстрая работа: время на 10 % меньше
bottleneck-title-demand = Для сравнения: спрос на 10 % больше
bottleneck-table-title = Что даёт ещё одна единица ресурса
bottleneck-lead = Парные разности с исходным сценарием. Автомобиле-часы — время, проведённое в коридоре, в пересчёте на год из 365 дней; в сценарии их { $hours }, из них ожидание — { $waiting }.
bottleneck-change = ещё одна единица
bottleneck-crossings = перес./сут.
bottleneck-p90 = P90, ч
bottleneck-hours = авт.-ч/год
bottleneck-waiting = из них ожидание
bottleneck-replications = прогонов
bottleneck-evidence = обоснование
bottleneck-beyond = { $count ->
    [one] И ещё { $count } с заметным эффектом: см. таблицу на странице и --json.
   *[other] И ещё { $count } с заметным эффектом: см. таблицу на странице и --json.
}
bottleneck-rest = { $count ->
    [one] Ещё { $count } строка заметного изменения не показывает; в пределах её собственного интервала возможен выигрыш до { $value }: { $place }.
    [few] Ещё { $count } строки заметного изменения не показывают; в пределах случайного разброса (по интервалу каждой строки) возможен выигрыш до { $value }: { $place }.
   *[many] Ещё { $count } строк заметного изменения не показывают; в пределах случайного разброса (по интервалу каждой строки) возможен выигрыш до { $value }: { $place }.
}
bottleneck-rest-unknown = { $count ->
    [one] Ещё { $count } строка заметного изменения не показывает.
    [few] Ещё { $count } строки заметного изменения не показывают.
   *[many] Ещё { $count } строк заметного изменения не показывают.
}
bottleneck-not-tried = { $count ->
    [one] Ещё { $count } ресурс не испытывался: на ожидание каждого такого ресурса уходит меньше { $share } % времени в коридоре.
    [few] Ещё { $count } ресурса не испытывались: на ожидание каждого из них уходит меньше { $share } % времени в коридоре.
   *[many] Ещё { $count } ресурсов не испытывались: на ожидание каждого из них уходит меньше { $share } % времени в коридоре.
}
bottleneck-most-hours = { $value } автомобиле-часов в год
bottleneck-most-crossings = { $value } пересечений в сутки
bottleneck-most-p90 = { $value } ч по P90
bottleneck-marks = ○ исходное значение — допущение, ● обосновано лучше.
bottleneck-country = Все посты контроля, { $country }
bottleneck-flows = Все потоки с заданной интенсивностью
bottleneck-calendar = Режим работы { $title }

# Изменения.
bottleneck-unit-s = с
bottleneck-unit-min = мин
bottleneck-unit-h = ч
bottleneck-unit-d = сут.
bottleneck-unit-unlimited = без ограничения
bottleneck-unit-h-day = ч/сут.
bottleneck-unit-per-h = /ч
bottleneck-kind-lanes = полосы { $from } → { $to }
bottleneck-kind-lot-places = места { $from } → { $to }
bottleneck-kind-extra-lanes = резервные полосы { $from } → { $to }
bottleneck-kind-room = места ожидания { $from } → { $to }
bottleneck-kind-slots = мест в слоте { $from } → { $to }
bottleneck-kind-hours = открыто { $from } → { $to }
bottleneck-kind-closures = закрытия { $from } → { $to }
bottleneck-kind-storage = вместимость { $from } → { $to }
bottleneck-kind-flow-capacity = проп. способность { $from } → { $to }
bottleneck-kind-fleet = транспортные средства { $from } → { $to }
bottleneck-kind-seats = места { $from } → { $to }
bottleneck-kind-headway = интервал { $from } → { $to }
bottleneck-kind-departures = рейсов в сутки { $from } → { $to }
bottleneck-kind-at-most = не более { $from } → { $to }
bottleneck-kind-season = окончание { $from } → { $to }
bottleneck-kind-incidents = раз в { $from } → { $to }
bottleneck-kind-incident = случаев { $from } → { $to }
bottleneck-kind-side-lanes = полосы { $from } → { $to }
bottleneck-kind-demand = спрос { $from } → { $to }
bottleneck-kind-service = обслуживание −10 %
bottleneck-kind-lead = заблаговременность записи −10 %
bottleneck-kind-service-long = обслуживание { $from } → { $to }
bottleneck-kind-lead-long = заблаговременность записи { $from } → { $to }

# Цепочка причин.
bottleneck-chain-title = Что из-за чего стоит
bottleneck-chain-lead = От причины к тому, что из-за неё стоит: сколько часов в сутки задержан хотя бы один автомобиль и сколько их задержано в среднем.
bottleneck-chain-none = Нигде не стоят из-за того, что дальше нет места.
bottleneck-root-overloaded = { $place }: поток превышает возможности полос; они заняты { $use } % времени, когда открыты.
bottleneck-root-busy = { $place }: полосы заняты { $use } % времени работы, временами — все.
bottleneck-root-unknown = { $place }: временами нет места.
bottleneck-root-closed = { $place }: закрыто, пока другие ждут.
bottleneck-root-full = { $place }: временами больше автомобилей не помещается.
bottleneck-held-full = { $at }: задержка { $hours } ч в сутки (в среднем { $vehicles } авт.), потому что нет места дальше — { $waits }.
bottleneck-held-closed = { $at }: задержка { $hours } ч в сутки (в среднем { $vehicles } авт.), потому что закрыто дальше — { $waits }.
bottleneck-held-short = { $hours } ч/сут., { $vehicles } авт.
bottleneck-no-room = нет места
bottleneck-closed = закрыто
bottleneck-overloaded = перегрузка
bottleneck-busy = полосы заняты
bottleneck-full = заполнено
bottleneck-held-at = где стоят
bottleneck-waits-for = чего ждут
bottleneck-held-hours = ч/сут.
bottleneck-held-vehicles = авт.
bottleneck-why = почему

# Рисунки.
bottleneck-chart = Полоса влево — экономия автомобиле-часов; отрезки — 95-процентные интервалы. Сплошные полосы исходят из известного значения, пустые — из допущения.
bottleneck-chart-crossings = Полоса вправо — больше пересечений; отрезки — 95-процентные интервалы. Сплошные полосы исходят из известного значения, пустые — из допущения.
bottleneck-chart-p90 = Полоса влево — короче P90; отрезки — 95-процентные интервалы. Сплошные полосы исходят из известного значения, пустые — из допущения.
bottleneck-chain-chart = Стрелка ведёт от того, где нет места, к тому, что из-за этого стоит.

# Как получено.
bottleneck-rule = В каждой строке одно изменение при тех же случайных числах; прогонов по { $screening }, а там, где изменение может быть существенным, — по { $replications }. Строка оценивается по собственному { $level }-процентному интервалу; вывод о лучшем ресурсе верен для всех сразу с вероятностью { $level } % (Бонферрони, по { $each } %).
