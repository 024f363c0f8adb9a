# Показатели: названия, как они стоят внутри предложения, определения, единицы.

measure-crossings_per_day = пересечения границы
definition-crossings_per_day = Автомобили, пересёкшие границу, в среднем за день периода; дни закрытия учитываются. Квантили — по дням.
measure-crossings = пересечения границы всего
definition-crossings = Автомобили, пересёкшие границу за весь период.
measure-busiest_day_crossings = самый напряжённый день
definition-busiest_day_crossings = Пересечения границы в самый напряжённый день периода, по времени коридора.
measure-weekday_crossings_per_day = пересечения границы, пн–пт
definition-weekday_crossings_per_day = Пересечения границы в среднем за день с понедельника по пятницу, праздники учитываются.
measure-weekend_crossings_per_day = пересечения границы, сб–вс
definition-weekend_crossings_per_day = Пересечения границы в среднем за субботу или воскресенье, перенесённые рабочие дни учитываются.
measure-arrivals_per_day = прибытие
definition-arrivals_per_day = Автомобили, прибывающие к коридору, в среднем за день периода.
measure-cargo_t = объём грузов
definition-cargo_t = Пересечения границы, умноженные на среднюю загрузку категории, за весь период.
measure-cargo_per_crossing_t = груз на одно пересечение
definition-cargo_per_crossing_t = Объём грузов, делённый на число пересечений; порожние автомобили и автобусы учитываются.
measure-passengers_per_day = пассажиры
definition-passengers_per_day = Пересечения границы, умноженные на среднее число пассажиров категории, в среднем за день периода.
measure-direction_ratio = соотношение направлений
definition-direction_ratio = Пересечения границы в первом направлении модели, делённые на пересечения во втором.
measure-door_to_door_h = полное время в пути
definition-door_to_door_h = От прибытия к первому месту маршрута до выезда из последнего, по автомобилям, выехавшим за период.
measure-wait_h = всё ожидание
definition-wait_h = Всё ожидание автомобилей, выехавших за период: до вызова, на площадке, в очереди и простой.
measure-wait_on_site_h = ожидание на месте
definition-wait_on_site_h = Всё ожидание, кроме ожидания до вызова: на площадке, в живой очереди и простой.
measure-wait_virtual_h = ожидание до вызова
definition-wait_virtual_h = Ожидание слота электронной очереди дома.
measure-wait_yard_h = ожидание на площадке
definition-wait_yard_h = Ожидание на площадке после регистрации.
measure-wait_physical_h = ожидание в очереди
definition-wait_physical_h = Ожидание перед полосами и участками.
measure-wait_blocked_h = простой
definition-wait_blocked_h = Полоса или участок заняты после окончания обслуживания, потому что следующее место занято.
measure-turned_away_per_day = развёрнуто
definition-turned_away_per_day = Автомобили, уехавшие из-за отсутствия места или слишком длинной очереди.
measure-abandoned_per_day = ушли из очереди
definition-abandoned_per_day = Автомобили, не дождавшиеся своей очереди.
measure-turned_away_share = доля развёрнутых
definition-turned_away_share = Развёрнутые автомобили, делённые на прибывшие за период.
measure-abandoned_share = доля ушедших из очереди
definition-abandoned_share = Не дождавшиеся очереди автомобили, делённые на прибывшие за период.
measure-departures_per_day = выезд
definition-departures_per_day = Автомобили, достигшие конца маршрута, в среднем за день периода.
measure-visit_wait_min = ожидание одной операции
definition-visit_wait_min = От постановки в очередь до начала обслуживания, по всем операциям, начатым за период.
measure-inside_at_end_vehicles = в коридоре в конце периода
definition-inside_at_end_vehicles = Автомобили внутри коридора в конце периода.
measure-inside_vehicles = автомобили в коридоре
definition-inside_vehicles = Автомобили в коридоре (ожидающие слота дома или находящиеся в пути), в среднем по времени периода. По закону Литтла это автомобиле-часы, затрачиваемые за час; показатель существует и при растущей очереди.
measure-waiting_vehicles = ожидающие автомобили
definition-waiting_vehicles = Те из них, кто ждёт: слота, на площадке, перед полосами и участками или на них, потому что следующее место занято.
measure-cpmm_tfi1_h = время в пункте пропуска (TFI1)
definition-cpmm_tfi1_h = ЦАРЭС, CPMM, TFI1: время прохождения пункта пропуска от въезда до выезда; ожидание перед ним и внутри входит, ожидание до вызова — нет; по грузовым автомобилям (классы без пассажиров), выехавшим за период, если класс не указан.
measure-cpmm_tfi2_per_vehicle = сборы в пункте пропуска (TFI2)
definition-cpmm_tfi2_per_vehicle = ЦАРЭС, CPMM, TFI2: сколько платят в пункте пропуска, плата за проезд и сборы его операций; по грузовым автомобилям (классы без пассажиров), выехавшим за период, если класс не указан.
measure-cpmm_tfi3 = стоимость перевозки (TFI3)
definition-cpmm_tfi3 = ЦАРЭС, CPMM, TFI3: во что обходятся 20 т груза на 500 км пути: все затраты автомобилей с грузом, включая ожидание, на перевезённые тонно-километры.
measure-cpmm_tfi4_swod_kmh = скорость без задержек (TFI4)
definition-cpmm_tfi4_swod_kmh = ЦАРЭС, CPMM, TFI4, скорость без задержек: путь, делённый на время движения; по грузовым автомобилям (классы без пассажиров), если класс не указан.
measure-cpmm_tfi4_swd_kmh = скорость с задержками (TFI4)
definition-cpmm_tfi4_swd_kmh = ЦАРЭС, CPMM, TFI4, скорость с задержками: путь, делённый на всё время в пути, без ожидания до вызова; по грузовым автомобилям (классы без пассажиров), если класс не указан.
measure-trs_to_lodgement_h = время до подачи декларации
definition-trs_to_lodgement_h = ВТамО, исследование времени выпуска: от прибытия на объект до конца подачи декларации, на каждый выехавший за период автомобиль, проходил он этот этап или нет.
measure-trs_to_assessment_h = время до проверки документов
definition-trs_to_assessment_h = ВТамО, исследование времени выпуска: от подачи декларации или прибытия до конца проверки документов.
measure-trs_to_inspection_h = время до осмотра и досмотра
definition-trs_to_inspection_h = ВТамО, исследование времени выпуска: от проверки документов до конца осмотра и досмотра; у кого их нет — 0.
measure-trs_to_release_h = время до выпуска
definition-trs_to_release_h = ВТамО, исследование времени выпуска: от осмотра или предыдущего этапа до выпуска.
measure-trs_to_exit_h = время до выезда
definition-trs_to_exit_h = ВТамО, исследование времени выпуска: от последнего названного в модели этапа до выезда с объекта.
measure-trs_arrival_to_exit_h = время от прибытия до выезда
definition-trs_arrival_to_exit_h = ВТамО, исследование времени выпуска: от прибытия на объект до выезда с него, сумма всех промежутков.
measure-queue_vehicles = очередь
definition-queue_vehicles = Ожидающие автомобили, в среднем по времени периода, включая часы закрытия.
measure-queue_max_vehicles = наибольшая очередь
definition-queue_max_vehicles = Наибольшая очередь за период.
measure-queue_at_end_vehicles = очередь в конце периода
definition-queue_at_end_vehicles = Ожидающие автомобили в конце периода.
measure-blocked_vehicles = простаивающие автомобили
definition-blocked_vehicles = Оформленные автомобили, стоящие на полосе или участке, потому что следующее место занято, в среднем по времени периода.
measure-lane_use_share = загрузка полос
definition-lane_use_share = Время обслуживания на полосах, делённое на время их работы.
measure-lane_blocked_share = блокировка полос
definition-lane_blocked_share = Время, когда полосы заняты оформленными автомобилями, которые не могут ехать дальше, делённое на время их работы.
measure-stage_vehicles = автомобили на операции
definition-stage_vehicles = Автомобили в очереди или на полосе, в среднем по времени периода, включая часы закрытия.
measure-lanes_in_use = занятые полосы
definition-lanes_in_use = Полосы, на которых идёт обслуживание или стоит оформленный автомобиль, в среднем по времени периода, включая часы закрытия.
measure-stage_visits_per_day = обслужено на операции
definition-stage_visits_per_day = Автомобили, обслуживание которых началось, в среднем за день периода.
measure-stage_waited_share = доля ожидавших
definition-stage_waited_share = Автомобили, обслуживание которых началось не сразу, делённые на всех начавших или ушедших.
measure-stage_time_min = время на операции
definition-stage_time_min = От постановки в очередь до конца обслуживания: среднее ожидание плюс среднее обслуживание.
measure-stage_wait_all_min = ожидание на операции, все
definition-stage_wait_all_min = От постановки в очередь до начала обслуживания или ухода, среднее по тем и другим.
measure-stage_wait_min = ожидание на операции
definition-stage_wait_min = От постановки в очередь до начала обслуживания.
measure-stage_service_min = время обслуживания
definition-stage_service_min = От начала до конца обслуживания; для участка — время проезда.
measure-way_share = доля пути
definition-way_share = Автомобили потока, выбравшие этот путь, делённые на все прибывшие за период, включая оставшихся дома.
measure-way_door_to_door_h = полное время на пути
definition-way_door_to_door_h = Полное время в пути автомобилей потока, выехавших по этому пути за период.

measure-with-unit = { $measure }, { $unit }
unit-share = %
unit-points = п. п.
unit-hours = ч
unit-minutes = мин
unit-vehicles = авт.
unit-vehicles-per-day = авт./сут.
unit-passengers-per-day = чел./сут.
unit-tonnes = т
unit-tonnes-per-vehicle = т/авт.
unit-km-per-hour = км/ч
unit-lanes = полос

measure-given-for = { $scope ->
    [corridor] весь коридор
    [facility] каждый объект, где выпускают товары
    [commodity] каждый товар, по направлениям
    [yearly] каждая ежегодная дата
    [service] каждая линия
    [limit] каждое ограничение
    [crossing-point] каждый пункт пропуска
    [way] каждый путь каждого потока, который выбирает
   *[station] каждая операция и каждый участок
}{ $detail ->
    [direction-and-class] , по направлениям и категориям
    [class] , по категориям
   *[whole] { "" }
}; { $quantiles ->
    [yes] среднее, P50, P90, P95
   *[no] среднее
}
measure-scopes = Область показателя — `corridor` (весь коридор), операция в виде `facility.stage` или имя участка либо объекта; у пути, который выбирает поток, — `flow/route`. У участка по строке на каждое направление движения; если несколько направлений проходят его в одну сторону, они сведены в одну строку без направления, а у обратного пути область `link.reversed`. Пустое направление или пустая категория означает «все». Имена и области не меняются от версии к версии.
