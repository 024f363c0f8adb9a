# Сколько может находиться внутри одновременно и сколько можно впустить за период.

limits-title = Ограничения
limits-lead = Кому нет места, ждёт на въезде. Заполнено — время, когда больше никто не мог бы въехать.
limits-limit = ограничение
limits-allowed = не более
limits-admitted = в сутки
limits-mean = внутри
limits-most = больше всего
limits-used = занято %
limits-full = заполнено %
limits-allows = не более { $most } { $counts ->
    [people] { $count ->
       *[other] чел.
    }
   *[vehicles] { $count ->
       *[other] авт.
    }
} { $every ->
    [day] в сутки
    [month] в месяц
    [year] в год
   *[once] одновременно
}

measure-limit_admissions_per_day = въезд в пределах ограничения
definition-limit_admissions_per_day = Сколько въехало, как считает ограничение, в среднем за сутки периода.
measure-limit_mean = внутри в пределах ограничения
definition-limit_mean = Сколько находится внутри, среднее по времени периода.
measure-limit_max = наибольшее при ограничении
definition-limit_max = Наибольшее число находившихся внутри одновременно, а для квоты — въехавших за один её период.
measure-limit_use_share = использование ограничения
definition-limit_use_share = Находящиеся внутри, делённые на допустимое число, среднее по времени периода; для квоты — въехавшие, делённые на то, что допускали её периоды.
measure-limit_full_share = доля времени на пределе
definition-limit_full_share = Время, когда ни один из прибывающих автомобилей, даже самый малый, не мог бы въехать.

unit-people = чел.
unit-people-per-day = чел./сут.
unit-counted = авт. или чел.
unit-counted-per-day = авт. или чел./сут.
