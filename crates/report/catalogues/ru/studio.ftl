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
nav-missing = Такой страницы нет
page-missing = В адресе указана страница «{ $page }», а такой здесь нет.
page-missing-back = К карте
page-failed = Эту страницу не показать: полученные данные повреждены.
page-again = Попробовать ещё раз
skip = К содержанию
language = Язык
theme-light = Светлое оформление
theme-dark = Тёмное оформление
close = Закрыть
sort = Сортировать
save-figure = Сохранить «{ $title }»
not-connected = Сервер не отвечает. Страница продолжит работу, как только он ответит.
scenarios-alone = Самостоятельные
scenario-own = своих изменений: { $own }, унаследованных: { $inherited }
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
map-licences = Лицензии
map-failed = Этот браузер не может показать карту: нет WebGL. Всё, что есть на карте, есть и в списке рядом.
map-coming = Карта рисуется…
fly-to = Перейти к месту
view-all = Всё
zoom = Масштаб
zoom-in = Крупнее
zoom-out = Мельче
legend = Условные обозначения
legend-width = Толщина: поток в сутки
legend-fullness = Цвет: загрузка, не менее
legend-gauge = Столбик у объекта: очередь сейчас. Полный — наибольшая очередь этого расчёта, но не меньше { $number }
legend-neutral = Толщина и цвет появятся после расчёта сценария.
legend-moving = В пути
legend-waiting = Ждут, рядами у своего места
legend-served = Обслуживаются
legend-more = Ещё объекты на том же месте
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
gauge-spoken = { $names }: в очереди { $number } { $who ->
    [people] чел.
    [mixed] чел. и авт.
   *[vehicles] авт.
}
place-gone = В этом сценарии нет места «{ $name }».
queue-now = сейчас ждут
longest-mean-wait = среднее ожидание на самой медленной стадии
mean-wait = среднее ожидание
per-day = { $who ->
    [people] чел./сут.
    [mixed] в сутки
   *[vehicles] авт./сут.
}
lanes-used = { $who ->
    [people] загрузка постов
   *[vehicles] загрузка полос
}
way-used = загрузка
link = участок
nobody-came = В этом расчёте здесь никого не было.
a-day-cross = { $who ->
    [people] чел.
   *[vehicles] авт.
} в сутки пересекают границу
not-run-yet = Этот сценарий ещё не рассчитан.
run-working = Расчёт идёт.
run = Рассчитать
to-facility = Операции, смены и результаты этого объекта
open-hours = Режим работы: { $hours }, время: { $zone }
closed-hours = Закрыто всю неделю
season-of = { $title }: с { $from } по { $to }
lanes = { $who ->
    [people] { $count ->
        [one] { $count } пост контроля
        [few] { $count } поста контроля
       *[many] { $count } постов контроля
    }
   *[vehicles] { $count ->
        [one] { $count } полоса
        [few] { $count } полосы
       *[many] { $count } полос
    }
}
places = { $who ->
    [people] { $count ->
        [one] { $count } место ожидания
        [few] { $count } места ожидания
       *[many] { $count } мест ожидания
    }
   *[vehicles] { $count ->
        [one] { $count } место
        [few] { $count } места
       *[many] { $count } мест
    }
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
    [one] { $count } единица в парке
    [few] { $count } единицы в парке
   *[many] { $count } единиц в парке
}
seats = { $count ->
    [one] { $count } пассажирское место
    [few] { $count } пассажирских места
   *[many] { $count } пассажирских мест
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
queue-in-week = { $who ->
    [people] Люди в очереди по часам
    [mixed] Очередь по часам
   *[vehicles] Автомобили в очереди по часам
}
queue-in-week-spoken = Очередь за неделю вокруг выбранного времени, не более { $number } { $who ->
    [people] чел.
    [mixed] чел. и авт.
   *[vehicles] авт.
}

# Что меняет сценарий, на карте.
differs-tab = Изменения
differs-title = Что меняет этот сценарий
differs-new = новое
differs-added-here = Это место добавляет сценарий
differs-from = с { $day }
differs-against = в сравнении со сценарием
differs-alike = одинаково в обоих:
differs-folder = в сравнении с папкой без сценариев
differs-days = Другие дни: { $own } вместо { $other }
differs-off-map = Без места на карте
differs-everywhere = Для всего коридора
differs-none = Параметры не различаются.
differs-added = { $count ->
    [one] Добавлено { $count } место
    [few] Добавлено { $count } места
   *[many] Добавлено { $count } мест
}
differs-gone = { $count ->
    [one] Нет в этом сценарии: { $count } место
    [few] Нет в этом сценарии: { $count } места
   *[many] Нет в этом сценарии: { $count } мест
}

# Время под картой.
time = Время
time-of-window = Время в пределах периода
play = Запустить
pause = Пауза
speed = Скорость
speed-per-second = { $time } за секунду
show-vehicles = Показать движение за этот день
vehicles-coming = Идёт расчёт движения за этот день…
vehicles-unread = Движение за этот день не читается.
vehicles-shown = Транспорт
vehicles-repeated = Этот день повторяется
day-and-weekday = { $day }, { $weekday }
day-before = На день назад
day-after = На день вперёд
scale-km = { $number } км
scale-m = { $number } м
holds-back = Что ограничивает?
queue-here = очередь сейчас { $number }
zone-asia-shanghai = Китай
zone-asia-yakutsk = Амурская область
zone-asia-vladivostok = Хабаровск
zone-asia-chita = Забайкальск
