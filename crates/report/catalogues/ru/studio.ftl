# Страницы `portway serve`.

# Рамка.
navigation = Страницы
nav-map = Карта
nav-facilities = Объекты
nav-results = Результаты
nav-scenarios = Сценарии
nav-evidence = Обоснование
nav-programme = Программа
nav-text = Текст
nav-studies = Расчёты
nav-facility = Объект
nav-more = Ещё
skip = К содержанию
language = Язык
theme-light = Светлое оформление
theme-dark = Тёмное оформление
close = Закрыть
sort = Сортировать
save-figure = Сохранить «{ $title }»
not-connected = Сервер не отвечает. Страница продолжит работу, как только он ответит.
folder-errors = { $count ->
    [one] В папке модели { $count } ошибка, поэтому расчёт невозможен.
    [few] В папке модели { $count } ошибки, поэтому расчёт невозможен.
   *[many] В папке модели { $count } ошибок, поэтому расчёт невозможен.
}
folder-errors-mend = Исправить в тексте
studies-active = { $count ->
    [0] Расчёты: сейчас нет ни одного
    [one] Расчёты: { $count } идёт или ждёт очереди
   *[other] Расчёты: { $count } идут или ждут очереди
}
studies-percent = { $percent } %
study-news = { $state ->
    [queued] { $title }: ждёт очереди
    [running] { $title }: выполнено { $percent } %
    [finished] { $title }: готово
    [failed] { $title }: ошибка
   *[cancelled] { $title }: отменено
}

# Карта.
map-title = Карта транспортного коридора
map-sources = Карта: © участники OpenStreetMap (ODbL), Natural Earth
map-failed = Этот браузер не может показать карту: нет WebGL. Всё, что есть на карте, есть и в списке рядом.
fly-to = Перейти к месту
view-all = Всё
zoom = Масштаб
zoom-in = Крупнее
zoom-out = Мельче
legend = Обозначения
legend-width = Толщина: автомобилей в сутки
legend-fullness = Цвет: загрузка, не менее
legend-gauge = Полный столбик: наибольшая очередь на этом месте, но не меньше { $vehicles } авт.
legend-neutral = Толщина и цвет появятся после расчёта сценария.
borders = Государственные границы
panel = Что есть на карте
out-of-season = { $title } (не сезон)
tab-services = Линии
both-directions = Оба направления
back-to-list = Назад к списку
facilities-here = { $count ->
    [one] Здесь { $count } объект
    [few] Здесь { $count } объекта
   *[many] Здесь { $count } объектов
}
gauge-spoken = { $names }: в очереди { $vehicles } авт.
queue-now = сейчас ждут
longest-mean-wait = наибольшее среднее ожидание
mean-wait = среднее ожидание
per-day = авт./сут.
lanes-used = загрузка полос
way-used = загрузка
link = участок
nobody-came = В этом расчёте сюда никто не приезжал.
a-day-cross = { $who ->
    [people] чел.
   *[vehicles] авт.
} в сутки пересекают границу
not-run-yet = Этот сценарий ещё не рассчитан.
run-working = Расчёт идёт.
run = Рассчитать
to-facility = Полосы, смены и результаты этого объекта
open-hours = Режим работы: { $hours }, время: { $zone }
closed-hours = Закрыто всю неделю
season-of = { $title }: с { $from } по { $to }
lanes = { $count ->
    [one] { $count } полоса
    [few] { $count } полосы
   *[many] { $count } полос
}
places = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
inputs-count = { $count ->
    [one] { $count } параметр
    [few] { $count } параметра
   *[many] { $count } параметров
}
without-evidence = без обоснования
between = { $from } – { $to }
travel-time = { $time } в пути
link-room = вмещает { $vehicles } авт.
link-flow = не более { $vehicles } авт./ч
fleet = { $count ->
    [one] { $count } единица
    [few] { $count } единицы
   *[many] { $count } единиц
}
seats = { $count ->
    [one] { $count } место для сидения
    [few] { $count } места для сидения
   *[many] { $count } мест для сидения
}
departures-timetable = отправление по расписанию
departures-every = отправление с интервалом
departures-when-full = отправление по заполнении
mode-road = Автомобильная дорога
mode-rail = Железная дорога
mode-water = Водный путь
mode-air = Авиалиния
mode-cable = Канатная дорога
mode-ice = По льду
queue-in-week = Автомобили в очереди по часам
queue-in-week-spoken = Автомобили в очереди за неделю вокруг выбранного времени, не более { $vehicles }

# Время под картой.
time = Время
time-of-window = Время в пределах периода
play = Пустить
pause = Остановить
speed = Скорость
speed-per-second = { $time } за секунду
show-vehicles = Показать автомобили за этот день
vehicles-coming = Идёт расчёт движения…
day-and-weekday = { $day }, { $weekday }
day-before = На день назад
day-after = На день вперёд
zone-asia-shanghai = Китай
zone-asia-yakutsk = Амурская область
zone-asia-vladivostok = Хабаровск
zone-asia-chita = Забайкальск
