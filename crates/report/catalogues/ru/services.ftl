# Линии перевозок пассажиров: рейсы и пассажиропоток.

services-title = Перевозочные линии
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
measure-service_seat_use_share = доля занятых мест
definition-service_seat_use_share = Занятые места к местам всех отправившихся рейсов.

unit-departures-per-day = рейсов/сут.
unit-passengers = чел.
