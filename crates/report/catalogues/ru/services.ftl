# Линии перевозок пассажиров: рейсы и пассажиропоток.

services-title = Перевозочные линии
services-service = линия
stop-berth = место стоянки
stop-aboard = на борту
services-idle = За период не было рейсов: { $services }.
services-lead = В обе стороны вместе. Места считаются по всем отправившимся рейсам.
services-departures = рейсов/сут.
services-passengers = пасс./сут.
services-busiest = в пиковые сутки
services-seats = занято мест %

measure-service_departures_per_day = рейсы за сутки
definition-service_departures_per_day = Отправления от остановок в обе стороны, в среднем за сутки периода.
measure-service_passengers_per_day = пассажиропоток линии
definition-service_passengers_per_day = Пассажиры, севшие в транспорт линии, в обе стороны, в среднем за сутки периода.
measure-service_passengers = пассажиры линии за период
definition-service_passengers = Пассажиры, севшие в транспорт линии, в обе стороны, за весь период.
measure-service_busiest_day_passengers = пассажиры линии в пиковые сутки
definition-service_busiest_day_passengers = Пассажиры, севшие в транспорт линии, в сутки периода с наибольшим их числом.
measure-service_waiting_max_passengers = наибольшее число ожидающих пассажиров
definition-service_waiting_max_passengers = Наибольшее число пассажиров, одновременно ожидавших на остановках линии с обеих сторон за период; для нескольких линий — по той, где их больше.
measure-yearly_day = день года, на который приходится ежегодная дата
definition-yearly_day = День, на который приходится ежегодная дата (начало навигации, наводка понтонного моста), считая 1 января первым днём, в первом году, срединная дата которого попадает в период. До Нового года — 0 и меньше, после 31 декабря — больше 365.
measure-service_seat_use_share = доля занятых мест
definition-service_seat_use_share = Занятые места к местам всех отправившихся рейсов.

unit-departures-per-day = рейсов/сут.
unit-day-of-the-year = день года
unit-passengers = чел.
