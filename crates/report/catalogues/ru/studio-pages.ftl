# Страницы `portway serve` кроме карты: результаты, расчёты, объекты, сценарии, обоснование, программа, текст.

# Графики.
chart-zoom = Показанная часть оси
chart-all = Всё
chart-left = Левее
chart-right = Правее
hour = час
unit = единица
value = значение
unit-whom = { $who ->
    [people] чел.
   *[mixed] чел. и авт.
}
unit-whom-per-day = { $who ->
    [people] чел./сут.
   *[mixed] чел. и авт. в сутки
}
whole-corridor = весь коридор
search = Поиск
loading = Загрузка…
cancel = Отменить
copy = Копировать
copied = Скопировано
rows-found = { $count ->
    [one] { $count } строка
    [few] { $count } строки
   *[many] { $count } строк
}
rows-cut = Показаны первые { $shown } строк из { $all }; остальные найдёт поиск.

# Результаты.
week-worst = { $worst } ({ $direction })
week-lead = Дни недели и часы — по местному времени: { $zone }.
queues-none = Очередей почти нет
queues-title = Самая длинная средняя очередь — { $number } { $who ->
    [people] чел.
    [mixed] чел. и авт.
   *[vehicles] авт.
}: { $place }
queues-lead = Средняя очередь в каждый час периода по всем прогонам. Ось времени общая с графиком пересечений по дням.
queues-alt = Очередь по часам: { $place }
queues-add = Показать ещё
queues-remove = Скрыть: { $place }
spread-within = Прошли не дольше чем за { $hours } ч
staircase-cost = Затраты вдоль пути
staircase-time = Время
staircase-money = Затраты
staircase-lead = Накоплено с начала маршрута, по километрам; средние по всем выехавшим. Наклон — движение, ступень — место обслуживания или ожидания.
flow-largest = Наибольший устойчивый поток, { $unit }
flow-directions = Как потоки двух направлений ограничивают друг друга, { $unit }
flow-classes = Как пассажирский поток ограничивает грузовой, { $unit }
compare-title = Что меняется, в процентах от A
compare-lead = B минус A при общих случайных числах; линии — доверительные интервалы 95 %. Бледное — изменение не выявлено.
compare-of = где и для кого
compare-main = Основные показатели
compare-in = в { $side ->
    [a] A
    [b] B
   *[both] A и B
}: { $text }
compare-queue-gone = Очередь, которая в A растёт неограниченно, в B больше не растёт: { $places }.
compare-queue-come = В B неограниченно растёт очередь, которой в A нет: { $places }.
compare-all = Изменилось показателей: { $changed } из { $all }
compare-only-changed = Только изменившиеся
compare-everything = Все
sensitivity-mu = средний эффект
programme-months = { $late ->
    [early] раньше на { $months } мес.
   *[late] позже на { $months } мес.
}
programme-chance = в срок { $percent } %
results-none = У сценария «{ $scenario }» ещё нет результатов. Что нужно узнать?
answer-unread = Результат этого расчёта не читается. Повторите расчёт.
report-printed = Отчёт для печати
files = Файлы
command = Та же команда в терминале

# Расчёты.
kind-run = Расчёт
kind-compare = Сравнение
kind-bottleneck = Узкое место
kind-capacity = Пропускная способность
kind-sensitivity = Чувствительность
kind-programme = Программа
kind-animate = Движение на карте
study-pair = { $b } в сравнении с { $a }
study-tried = { $scenario } ({ $values })
day-and-time = { $day }, { $time }
study-choose = Другой расчёт
study-progress = Ход расчёта
study-queued = { $count ->
    [0] сейчас начнётся
   *[other] ждёт, впереди: { $count }
}
study-left = осталось { $time }
study-took = длился { $time }
study-done = Запрошен
seconds = { $number } с
study-gone = Этого расчёта больше нет.
study-stale = Модель с тех пор изменилась.
study-stale-long = После этого расчёта модель изменилась: сейчас ответ может быть другим.
study-fresh = та же, что сейчас
study-failed = Расчёт завершился ошибкой.
study-cancelled = Расчёт отменён.
study-on-map = Смотреть движение на карте
run-again = Повторить расчёт
ask-what = Что нужно узнать?
ask-run = Сколько проходит, за какое время, где очереди
ask-bottleneck = Что ограничивает и что даст ещё одна единица ресурса
ask-capacity = Наибольший поток при соблюдении норматива
ask-sensitivity = Какие неточные данные определяют результат (несколько минут)
ask-programme = Когда откроются согласованные объекты
ask-more = Даты, прогоны, начальное число
ask-from = С
ask-to = По
studies-none = Расчётов ещё не было.
studies-lead = Расчёты идут друг за другом, каждый на всех ядрах. Готовые остаются здесь, пока их не удалят.
studies-waiting = Идут и ждут очереди
studies-finished = Готовые
studies-remove = Удалить
studies-remove-sure = Удалить «{ $title }» вместе с файлами?
studies-all = Все виды

# Объекты.
facility-gone = В этом сценарии нет объекта «{ $name }».
stages-count = { $count ->
    [one] { $count } операция
    [few] { $count } операции
   *[many] { $count } операций
}
stages-of-facility = Операции этого объекта
longest-wait-at = Дольше всего ждут: { $stage }, { $wait }
most-used = Самая загруженная операция: { $stage }, { $percent } %
flow-of = Операции в порядке движения, { $direction }
lanes-unlimited = { $who ->
    [people] посты
   *[vehicles] полосы
} без ограничения
nobody-passes = здесь никто не проходит
use-is = загрузка { $percent }
blocked-is = простой { $percent }
passes-a-day = { $number } { $who ->
    [people] чел.
    [mixed] чел. и авт.
   *[vehicles] авт.
}/сут.
room = места ожидания
room-for = { $who ->
    [people] зона ожидания на { $number } чел.
   *[vehicles] мест ожидания: { $number }
}
stage-kind-control = контроль
stage-kind-holding = площадка ожидания
stage-kind-appointments = электронная очередь
hours-shared = Режим работы: { $title }, время: { $zone }
time-in-zone = { $time } ({ $zone })
local-time = местное время: { $zone }
means-of-window = Средние
means-short = за все дни расчёта
results-of-run = Все результаты этого расчёта
edit-hint = Выберите операцию на схеме и измените одно из её чисел. «Проверить» сравнит сценарий с изменением; в файлы ничего не пишется, пока вы его не сохраните.
input-own = задано сценарием
input-of-scenario = Это значение задаёт сценарий
input-before = было { $value }
input-unfounded = изменено вами, обоснования пока нет
input-later = с { $day }: { $value }
undo = Вернуть
undo-all = Вернуть всё
undo-conflict = Вернуть не удалось: после записи { $file } изменил кто-то другой. Записанное остаётся; верните прежние значения вручную в тексте.
draft = Пробные изменения
draft-count = { $count ->
    [one] { $count } изменение, не записано
    [few] { $count } изменения, не записаны
   *[many] { $count } изменений, не записаны
}
try-it = Проверить
keep-it = Сохранить
tried = Что дают изменения
tried-more = Все различия
checking = Проверяется…
checked = Ошибок нет, можно рассчитывать
checked-again = Повторить
checked-late = Сервер не ответил вовремя.
checked-unreached = Сервер не отвечает.
keep-where = Куда записать
keep-here = В сам сценарий «{ $scenario }» — его прежние значения будут заменены
keep-new = Как новый сценарий на основе «{ $scenario }», который останется прежним
kept-in = Записано в «{ $scenario }».
kept-open = Открыть
kept-run = Рассчитать
kept-compare = Сравнить с основой
write = Записать
diff = Различие текстов
diff-lead = Что изменится в { $file }:
diff-added = добавлено: 
diff-gone = удалено: 
scenario-name = Имя в папке: a–z, 0–9, -
scenario-name-made = Имя в папке:
scenario-name-own = Задать другое
scenario-name-wrong = Только строчные латинские буквы, цифры и дефисы, не более 60 знаков; первой стоит буква или цифра.
scenario-name-taken = Сценарий с таким именем уже есть.
scenario-title = Название
scenario-title-none = Дайте сценарию название.
scenario-title-taken = Сценарий с таким названием уже есть.
scenario-with = { $scenario } — { $changes }

# Текст.
files-of-folder = Файлы папки
text-new = Новый файл
text-name = Имя файла
text-save = Сохранить
text-saved = Сохранено
text-unsaved = Не сохранено
text-drop = Отбросить правки
text-even-so = Всё равно сохранить
text-moved = Пока вы правили, файл на диске изменился. При сохранении будут показаны оба текста.
text-errors = { $count ->
    [one] { $count } ошибка: расчёт невозможен
    [few] { $count } ошибки: расчёт невозможен
   *[many] { $count } ошибок: расчёт невозможен
}
text-warnings = { $count ->
    [one] { $count } предупреждение
    [few] { $count } предупреждения
   *[many] { $count } предупреждений
}
text-sound = В папке нет ошибок
error = ошибка
bytes = { $number } КБ
search-before = Предыдущее совпадение
search-after = Следующее совпадение
search-found = { $count ->
    [0] не найдено
    [one] { $count } совпадение
    [few] { $count } совпадения
   *[many] { $count } совпадений
}
conflict = { $file } изменён кем-то другим
conflict-lead = Пока вы писали, файл на диске изменился. Ничего не потеряно: выберите, какой текст оставить, или продолжите правку.
conflict-disk = На диске
conflict-mine = Ваш текст
conflict-keep = Оставить мой
conflict-take = Взять с диска
conflict-edit = Продолжить правку

# Сценарии.
scenarios-lead = Отметьте два сценария или больше, чтобы сравнить их рядом.
scenario-choose = Поставить «{ $scenario }» рядом с другими
scenario-base = на основе «{ $scenario }»
scenario-changes = { $count ->
    [0] ничего не меняет
    [one] { $count } изменение
    [few] { $count } изменения
   *[many] { $count } изменений
}
scenario-copy = Копия «{ $scenario }»
scenario-copy-short = Копировать
scenario-edit = Текст «{ $scenario }»
scenario-edit-short = Изменить
scenario-edit-lead = Название, основа, даты и значения, как они записаны в файле:
scenario-no-text = Текст этого сценария не найден в { $file }.
scenario-remove = Удалить
scenario-remove-sure = Удалить «{ $scenario }» из { $file }? Готовые расчёты останутся.
scenario-is-base = На нём основаны: { $scenarios }.
scenario-on-map = Его изменения на карте
scenario-studies = Расчёты этого сценария
scenario-as-list = По элементам
scenario-as-text = Текстом
scenario-values = Попробовать другие значения
scenario-values-lead = Показаны те, что меняет сценарий; остальные параметры найдёт поиск.
scenario-find = Найти параметр
beside = Сопоставление сценариев
beside-run = { $count ->
    [one] Рассчитать сравнение
    [few] Рассчитать { $count } сравнения
   *[many] Рассчитать { $count } сравнений
}
beside-on-map = Отличия от A на карте
beside-none-in-a = у A нет значения
beside-values = Значения, которые различаются
beside-lead = A — по модели, остальные — разности с A и их доверительные интервалы 95 %. Подчёркнуто: не так, как в A.

# Обоснование и программа.
evidence-answer = Допущений среди параметров: { $assumption } из { $all }.
evidence-answer-matter = Допущений среди параметров: { $assumption } из { $all }; { $deciding ->
    [0] ни одно не определяет результат.
    [one] результат определяет { $deciding } из них.
   *[other] результат определяют { $deciding } из них.
}
evidence-ask = Какие из них важны для этого сценария, ещё не выяснено.
evidence-find-out = Выяснить, что важно (несколько минут)
evidence-all-effects = На что влияет каждый
evidence-by-weight = По доле в дисперсии
evidence-part = Часть модели
evidence-parts = Все части
note = примечание
programme-no-chances = Вероятные сроки открытия ещё не рассчитаны.
programme-compute = Рассчитать вероятности
programme-none = В этом коридоре нет согласованных проектов.

# Параметры: как называются элементы и их ключи. Чего здесь нет, остаётся как в папке.
element-air = выбросы
element-calendar = режим работы
element-choice = выбор пути
element-commodity = товар
element-corridor = коридор
element-direction = направление
element-event = событие
element-incident = инцидент
element-limit = ограничение
element-line = линия
element-money = цены
element-node = узел
element-profile = неравномерность спроса
element-project = проект
element-route = маршрут
element-season = сезон
element-water = водомерный пост
element-yearly = день года
key-alighting = высадка
key-alternating = реверсивное движение
key-at = место
key-at-most = не более
key-back = направление обратно
key-balk-at = очередь, от которой уезжают
key-batch = прибывают группой
key-bcp = пункт пропуска
key-boarding = посадка
key-border = через границу
key-capacity = пропускная способность
key-cargo = состав груза
key-choice = выбор пути
key-class = категория
key-classes = категории
key-clearance = время освобождения
key-close-at = очередь, при которой закрываются
key-closed = закрытия
key-co2 = выбросы CO₂ на литр топлива
key-commodity = товар
key-constants = прочие затраты на пути
key-country = страна
key-counts = что считается
key-currency = валюта
key-day = день года
key-default-scenario = сценарий по умолчанию
key-depth = глубина фарватера
key-direction = направление
key-discipline = дисциплина обслуживания
key-draught = осадка
key-enter = предел на въезд
key-every = интервал
key-extra-lanes = дополнительные полосы
key-factor = коэффициент
key-fare = стоимость проезда
key-fee = сбор
key-fleet = парк
key-flow-capacity = пропускная способность
key-forward = направление туда
key-from = начало
key-fuel-price = цена топлива
key-gaps = интервалы прибытия
key-gauge = ширина колеи
key-gauges = ширина колеи
key-holiday = праздничные дни
key-holidays = праздничные дни
key-hour = по часам суток
key-hour-cost = стоимость часа
key-hours = режим работы
key-idle-fuel = расход топлива на холостом ходу
key-keep-clear = без остановки
key-kind = вид
key-known = известные даты
key-lanes = { $who ->
    [people] число постов
   *[vehicles] число полос
}
key-lasts = длительность
key-lead = срок до слота
key-learning = скорость обучения
key-least = не менее
key-leave = предел на выезд
key-length = длина
key-load = масса груза
key-lost = доля пустых броней
key-milestones = этапы
key-mode = вид транспорта
key-month = по месяцам
key-most = не более
key-no-show = доля неявок
key-node = узел
key-one-way = одностороннее движение
key-open = открыто
key-open-at = очередь, при которой открываются
key-opened = дополнительные открытия
key-other = прочие
key-overtaking = обгон
key-owner = владелец
key-part = часть
key-passengers = пассажиры
key-path = путь
key-patience = терпение
key-phase = время одного направления
key-places = мест в слоте
key-priority = очерёдность
key-process = порядок операций
key-profile = неравномерность
key-punctuality = точность прибытия
key-rate = обменный курс
key-reliability = вес надёжности
key-room = { $who ->
    [people] мест для ожидающих
   *[vehicles] места ожидания
}
key-route = маршрут
key-routes = маршруты
key-running-cost = затраты на пробег
key-scale = масштаб выбора
key-season = сезон
key-seats = места для сидения
key-second = вторая валюта
key-service = время обслуживания
key-share = доля
key-shares = доли путей
key-speed = скорость
key-spread = разброс
key-stay-home = затраты, при которых не едут
key-step = шаг выпуска
key-storage = вместимость
key-timetable = расписание
key-timetable-back = расписание обратно
key-title = название
key-to = конец
key-to-gauge = ширина колеи после смены
key-travel = время в пути
key-turnaround = время оборота
key-under-keel = запас воды под килем
key-unit = единица измерения
key-value = стоимость единицы
key-value-of-time = стоимость времени
key-virtual-wait = доля стоимости ожидания до вызова
key-volume = интенсивность
key-water = уровень воды
key-weekday = по дням недели
key-weights = веса
key-when-full = при заполнении
key-yard-idling = доля холостого хода на площадке
key-zone = часовой пояс
