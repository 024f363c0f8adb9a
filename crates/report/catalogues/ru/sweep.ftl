# Перебор: один сценарий при многих значениях параметров.

sweep-heading = { $title }: { $points ->
    [one] { $points } вариант
    [few] { $points } варианта
   *[many] { $points } вариантов
} по { $inputs ->
    [one] { $inputs } параметру
   *[other] { $inputs } параметрам
}, { $window }
sweep-answer = Лучший из вариантов (всего { $points }) по показателю «{ $measure }» — { $inputs }: { $value }.
sweep-answer-range = Показатель «{ $measure }» принимает значения от { $low } до { $high }.
sweep-answer-none = Ни у одного варианта нет значения показателя «{ $measure }».
sweep-same = { $count ->
    [0] Все остальные варианты, у которых есть значение, насколько можно судить, хуже более чем на { $indifference }; этот вариант действительно лучший с вероятностью { $level } %.
    [one] Ещё { $count } вариант, насколько можно судить, равноценен с точностью до { $indifference }; действительно лучший — один из этих двух с вероятностью { $level } %.
    [few] Ещё { $count } варианта, насколько можно судить, равноценны с точностью до { $indifference }; действительно лучший — среди них или этот с вероятностью { $level } %.
   *[other] Ещё { $count } вариантов, насколько можно судить, равноценны с точностью до { $indifference }; действительно лучший — среди них или этот с вероятностью { $level } %.
}
sweep-all-same = Ни об одном другом варианте нельзя сказать, что он хуже более чем на { $indifference }.
sweep-once = По одному прогону нельзя сказать, насколько это надёжно.
sweep-growing = { $count ->
    [one] В { $count } варианте очередь растёт до конца периода, поэтому среднего у него нет.
   *[many] В { $count } вариантах очередь растёт до конца периода, поэтому среднего у них нет.
}
sweep-now = сейчас { $value }
sweep-inputs = Что менялось
sweep-input = параметр
sweep-values = значения
sweep-of = к чему относится
sweep-value-now = сейчас
sweep-best-points = Лучшие варианты
sweep-first-points = Первые варианты
sweep-point = номер
sweep-from-best = разница с лучшим
sweep-standing = оценка
sweep-best = лучший
sweep-as-good = равноценен
sweep-worse = хуже
sweep-grows = растёт
sweep-more = { $count ->
    [one] и ещё { $count } вариант в results.csv
    [few] и ещё { $count } варианта в results.csv
   *[many] и ещё { $count } вариантов в results.csv
}
sweep-more-columns = { $count ->
    [one] Ещё { $count } столбец — в results.csv.
    [few] Ещё { $count } столбца — в results.csv.
   *[many] Ещё { $count } столбцов — в results.csv.
}
sweep-design-full = полный факторный план: все сочетания
sweep-design-lhs = латинский гиперкуб (McKay, Beckman, Conover, 1979)
sweep-rule = Каждый вариант сравнивается с лучшим прогон за прогоном при общих случайных числах. Действительно лучший вариант — среди равноценных или сам названный лучшим с вероятностью { $level } %; что все интервалы разностей верны одновременно, не утверждается. Варианты, которые различаются менее чем на { $indifference }, считаются равноценными.
sweep-map-title = { $measure } в зависимости от обоих параметров
sweep-line-title = { $measure } в зависимости от { $input }
sweep-panels-title = { $measure } в зависимости от каждого параметра
sweep-other-title = Другие показатели
sweep-other-more = { $count ->
    [one] Ещё { $count } показатель не нарисован: он есть в таблице и в results.csv.
    [few] Ещё { $count } показателя не нарисованы: они есть в таблице и в results.csv.
   *[other] Ещё { $count } показателей не нарисованы: они есть в таблице и в results.csv.
}
sweep-description = Средние по вариантам; полуширина — в таблице.
sweep-key-best = лучший вариант
sweep-key-same = равноценны, насколько можно судить
sweep-key-grows = очередь растёт
sweep-key-band = среднее и его { $level }-процентный доверительный интервал
sweep-key-thinned = нарисован один вариант из { $step }
sweep-key-level = среднее по всем вариантам с этим значением
sweep-key-point = один вариант
