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
