# Во что обходится пересечение границы и сколько топлива сжигается на холостом ходу.

money-title = Затраты и выбросы на одно пересечение
money-heading = Одно пересечение обходится в { $cost } { $currency }
money-heading-groups = Пересечение обходится человеку в { $people } { $currency }, машине — в { $vehicles } { $currency }
money-heading-waiting = Одно пересечение обходится в { $cost } { $currency }, из них на ожидание приходится около { $percent } %
money-alt = Затраты на одно пересечение по категориям, { $direction }
money-description = Средние затраты на одно пересечение по категориям: серым — без ожидания, цветом — то, что добавляет ожидание.
money-in = всего, { $currency }

# Составляющие затрат; короткие слова — для узкой таблицы.
money-fees = плата и сборы
money-running = пробег
money-moving = движение
money-service = обслуживание
money-waiting = ожидание
money-idling = холостой ход
money-fees-short = сборы
money-waiting-short = ожидание
currency-name = { $code ->
    [CNY] юаней
    [RUB] рублей
    [USD] долл. США
    [EUR] евро
    [KZT] тенге
   *[other] { $code }
}

money-amount = { $number } { $currency }
money-amount-million = { $number } млн { $currency }
money-delay = Ожидание занимает { $hours } автомобиле-часов в год и обходится в { $cost }.
money-delay-in-both = Ожидание занимает { $hours } автомобиле-часов в год и обходится в { $cost }, то есть в { $second }.
money-idling-year = На холостом ходу за год сжигается { $fuel } л топлива и выбрасывается { $co2 } т углекислого газа.
money-year = Годовые значения пересчитаны с периода в { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} на 365 дней.
money-rate = Курс: 1 { $currency } = { $rate } { $second }.
money-rates = Курс: 1 { $currency } = от { $low } до { $high } { $second } в зависимости от даты.

# Чего нет в модели.
money-not-told = Затраты не рассчитаны: в модели нет таблицы [money].
money-no-air = Топливо и углекислый газ на холостом ходу не рассчитаны: в модели нет таблицы [air].

# Показатели и единицы затрат и выбросов.
measure-cost_per_crossing = затраты на одно пересечение
definition-cost_per_crossing = Часы автомобиля с водителем, пробег, плата за проезд и сборы, а также топливо на холостом ходу, если оно известно, — в среднем на автомобиль, покинувший коридор за период.
measure-cost_moving_per_crossing = затраты на движение
definition-cost_moving_per_crossing = Часть затрат на автомобиль с водителем во время движения.
measure-cost_service_per_crossing = затраты на обслуживание
definition-cost_service_per_crossing = Часть затрат на автомобиль с водителем во время обслуживания на операциях.
measure-cost_waiting_per_crossing = затраты на ожидание
definition-cost_waiting_per_crossing = Часть затрат на автомобиль с водителем во время ожидания; ожидание до вызова учитывается в доле, заданной в модели.
measure-cost_running_per_crossing = затраты на пробег
definition-cost_running_per_crossing = Часть затрат, зависящая от пробега: топливо, шины, плата за расстояние — на участках, для которых она задана.
measure-cost_fees_per_crossing = плата за проезд и сборы
definition-cost_fees_per_crossing = Часть затрат на плату за проезд и сборы на операциях.
measure-cost_idling_per_crossing = затраты на топливо холостого хода
definition-cost_idling_per_crossing = Часть затрат на топливо, сжигаемое на холостом ходу.
measure-cost_per_crossing_second = затраты на одно пересечение
definition-cost_per_crossing_second = Затраты на одно пересечение во второй валюте по курсам дней, в которые автомобили покидали коридор.
measure-delay_cost_per_year = потери от ожидания
definition-delay_cost_per_year = Во что обошлось ожидание автомобилей, покинувших коридор за период, в часах автомобиля с водителем; пересчитано с дней периода на 365 дней.
measure-delay_cost_per_year_second = потери от ожидания
definition-delay_cost_per_year_second = То же во второй валюте.
measure-delay_h_per_year = часы ожидания
definition-delay_h_per_year = Всё ожидание автомобилей, покинувших коридор за период, включая ожидание до вызова; пересчитано с дней периода на 365 дней.
measure-idling_fuel_l_per_year = топливо на холостом ходу
definition-idling_fuel_l_per_year = Топливо, сжигаемое на холостом ходу в очередях перед полосами и участками, во время простоя и, в доле, заданной в модели, на площадках ожидания; пересчитано с дней периода на 365 дней.
measure-idling_co2_t_per_year = CO2 на холостом ходу
definition-idling_co2_t_per_year = Углекислый газ от этого топлива.
measure-idling_co2_kg_per_crossing = CO2 на холостом ходу
definition-idling_co2_kg_per_crossing = Углекислый газ от топлива на холостом ходу в среднем на автомобиль, покинувший коридор за период.
money-currency = валюта
money-second-currency = вторая валюта
unit-money-per-standard-cargo = { $currency }/(500 км × 20 т)
unit-money-per-vehicle = { $currency }/авт.
unit-money-per-year = { $currency }/год
unit-money-million-per-year = млн { $currency }/год
unit-hours-per-year = ч/год
unit-thousand-litres-per-year = тыс. л/год
unit-tonnes-per-year = т/год
unit-kilograms-per-vehicle = кг/авт.
