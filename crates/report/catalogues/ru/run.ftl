# Результат расчёта: ответ, таблицы и на чём они основаны.

run-heading = { $title }: { $scenario }, { $window }

answer-nobody = Границу никто не пересекает
answer-crossings = Границу пересекают { $crossings } авт. в сутки
answer-crossings-of = Границу пересекают { $crossings } авт. в сутки из { $coming } прибывающих
answer-by-direction = { $crossings } ({ $directions })
answer-direction = { $direction } { $crossings }
answer-group = { $crossings } { $who ->
    [people] чел.
   *[vehicles] авт.
}
answer-of-group = { $crossings } из { $coming } { $who ->
    [people] чел.
   *[vehicles] авт.
}
answer-one-group = Границу пересекают { $group } в сутки
answer-two-groups = Границу пересекают { $people } и { $vehicles } в сутки
answer-limit-demand = Ограничивает спрос: самые загруженные полосы ({ $stage }) заняты { $used } % времени работы
answer-limit-nearly-full = Ограничивает спрос, но запаса почти нет: полосы ({ $stage }) заняты { $used } % времени работы
answer-limit-full = Узкое место — { $stage }: полосы заняты { $used } % времени работы
answer-limit-queue = Узкое место — { $place }: очередь растёт неограниченно
answer = { $crossings }.
answer-and-limit = { $crossings }. { $limit }.

traffic-title = Поток и полное время в пути, ч
waits-title = Ожидание, ч
stages-title = Операции и участки, очереди в автомобилях
findings-title = Замечания
no-waits = Никто не ждёт.
waits-left-out = Ожидание меньше четверти часа в среднем не показано.

class = категория
all-classes = все категории
all-of-group = { $who ->
    [people] все люди
   *[vehicles] все машины
}
traffic-nobody = За период никого не было: { $classes }.
stages-left-out = { $count ->
    [one] Ещё { $count } операция с загрузкой полос меньше 10 % и почти без очереди — в отчёте.
    [few] Ещё { $count } операции с загрузкой полос меньше 10 % и почти без очереди — в отчёте.
   *[many] Ещё { $count } операций с загрузкой полос меньше 10 % и почти без очереди — в отчёте.
}
crossings-per-day = авт./сут.
door-to-door = в пути
mean = среднее
p50 = P50
p90 = P90
p95 = P95
services = Перевозочные линии
links = Участки
queue = очередь
longest = наибольшая
lanes-used-percent = загрузка, %
lanes-blocked-percent = блокировка, %
grows = растёт

# Виды ожидания.
wait-virtual = до вызова
wait-yard = на площадке
wait-physical = в очереди
wait-blocked = простой
wait-virtual-explained = до вызова: дома, до своего слота
wait-yard-explained = на площадке: на площадке ожидания
wait-physical-explained = в очереди: перед полосами и участками
wait-blocked-explained = простой: оформлен, но следующее место занято

stand-on-it = на участке стоят { $vehicles } авт.: следующее место занято

one-replication = 1 прогон, поэтому интервалов нет
interval-of-mean-note = ± — полуширина 95-процентного доверительного интервала среднего по прогонам.
quantile-note = P50, P90: не дольше этого — у половины автомобилей, у девяти из десяти. –: нет числа.
repeat-note = Та же модель, то же начальное число и столько же прогонов дают те же числа на любом компьютере.
evidence-title = На чём это основано: допущений { $assumption } из { $all }
evidence-table-title = Все исходные данные с обоснованием, сначала допущения
window = период
window-in-zone = { $window }, время { $zone }
seed = начальное число
replications-heading = прогонов
changes-title = Что меняет сценарий: { $scenario }
changes-count = { $count ->
    [one] { $count } исходное данное до и после
   *[other] Все изменённые исходные данные ({ $count }) до и после
}

# Какие пути выбирают автомобили потоков, у которых их несколько.
ways-title = Выбор пути и полное время в пути, ч
way = путь
way-share-percent = доля, %
ways-learned = Доли соответствуют равновесию при ежедневном обучении: каждый день ожидания по каждому пути сдвигаются к тому, что на нём испытали.
ways-fixed = Доли заданы; ожидание на одном пути никого не переводит на другой.
ways-learned-or-fixed = У части потоков доли заданы, у остальных соответствуют равновесию при ежедневном обучении: каждый день ожидания по каждому пути сдвигаются к тому, что на нём испытали.
ways-stay-home = Недостающие до 100 % не поехали: любой путь обходился слишком дорого.
ways-heading = { $flow }: { $share } % выбирают путь «{ $way }»
ways-untaken = { $count ->
    [one] ещё { $count } путь никто не выбирает
    [few] ещё { $count } пути никто не выбирает
   *[many] ещё { $count } путей никто не выбирает
}
ways-more = { $count ->
    [one] Ещё { $count } поток
    [few] Ещё { $count } потока
   *[many] Ещё { $count } потоков
}
ways-alt = Доля каждого пути в потоке
ways-description = По одной полосе на каждый путь; длина — его доля в автомобилях потока.
