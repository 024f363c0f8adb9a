# Модель рядом с наблюдениями.

check = проверка
seen = наблюдение
simulated = модель
allowed = допуск
measure = показатель
verdict-agrees = совпадает
verdict-misses = расходится
verdict-open = неясно

validation-heading = { $title }: проверка адекватности
validation-answer = Наблюдений: { $count }; совпадает { $agree }{ $miss ->
    [0] { "" }
   *[other] , расходится { $miss }
}{ $open ->
    [0] { "" }
   *[other] , неясно { $open }
}.
validation-remarks-title = Где нет совпадения
validation-title = Наблюдения рядом с моделью
validation-lead = У каждой проверки своя шкала: закрашенная полоса — допуск, в котором значение считается совпавшим.
validation-key = ● наблюдение   ○ модель с 95-процентным интервалом; круг у края — значение лежит дальше
validation-allowed = допуск, наблюдение и модель
validation-observed-said = { $observed } → { $simulated }
validation-scenario = { $scenario }: { $window }, { $replications }
validation-rests = начальное число { $seed }, { $model }; проверка совпадает, если весь её интервал лежит в допуске
validation-source = { $source }. { $why }
