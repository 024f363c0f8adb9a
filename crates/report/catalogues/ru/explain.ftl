# Откуда берётся число.

explain-heading = { $title }: { $scenario }, { $window }
explain-what = { $measure }{ $of }
explain-answer = { $what }: { $value }{ $most }.
explain-answer-none = { $what }: значения нет, в модели это ни разу не случилось.
explain-answer-grows = { $what }: среднего нет, очередь растёт до конца периода.
explain-most = , из них около { $share } % — { $part }
explain-of = { " " }({ $names })

explain-title-places = Из чего складывается: по местам
explain-title-traffic = Из чего складывается: по потокам
explain-part = слагаемое
explain-share = доля, %
explain-visits-vehicle = обслуживаний
explain-visits-day = обслуживаний/сут.
explain-minutes = мин/обслуживание
explain-rest = границы периода
explain-whole = всего
explain-no-parts = Это число не раскладывается на части: это крайнее значение, значение в один момент, доля обслуживаний, цена или сумма, которая приводится целиком.

explain-beside = Связанные показатели
explain-arrivals-per-day = прибыло автомобилей за сутки
explain-turned-away-per-day = развёрнуто за сутки
explain-abandoned-per-day = ушло из очереди за сутки
explain-stage-visits-per-day = обслуживаний в сутки
explain-stage-service-min = одно обслуживание, мин
explain-stage-wait-min = ожидание одного обслуживания, мин
explain-busiest = самые загруженные полосы ({ $place }): загрузка, % времени работы
explain-lane-use-share = загрузка полос, % времени работы

explain-inputs = Исходные данные, от которых оно зависит
explain-inputs-legend = ● по наблюдениям  ◐ проектное  ◍ расчётное  ○ допущение  · без обоснования
explain-inputs-demand = Спрос
explain-inputs-scope = Исходные данные
explain-inputs-others = { $count ->
    [one] Ещё { $count } параметр входит в меньшие слагаемые; он есть в --json и в отчёте.
    [few] Ещё { $count } параметра входят в меньшие слагаемые; они есть в --json и в отчёте.
   *[many] Ещё { $count } параметров входят в меньшие слагаемые; они есть в --json и в отчёте.
}
explain-inputs-title = { $assumed ->
    [0] Среди исходных данных ({ $all }) нет допущений
   *[other] Допущений среди исходных данных: { $assumed } из { $all }
}
explain-range = диапазон: { $low } – { $high }
explain-drawing = Слагаемые показателя { $measure } по порядку: каждое начинается там, где кончается предыдущее
