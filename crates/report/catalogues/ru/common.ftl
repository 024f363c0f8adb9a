# Слова, общие для нескольких отчётов.

replications = { $count ->
    [one] { $count } прогон
    [few] { $count } прогона
   *[many] { $count } прогонов
}

# На чём основан ответ.
rests-on = На чём это основано
rests-on-run = { $replications }, начальное число { $seed }, { $window }, время { $zone }
rests-on-scenario = сценарий { $scenario }: { $title }
rests-on-evidence = исходных данных: { $all }, из них по наблюдениям { $observed }, проектных { $design }, расчётных { $derived }, допущений { $assumption }{ $without ->
    [0] { "" }
   *[other] , без обоснования { $without }
}
rests-on-nothing = ни для одной величины обоснование не записано
rests-on-model = модель { $name } { $hash }, Portway { $version }
interval-note = ± — полуширина { $level }-процентного доверительного интервала по прогонам.

# Общее для всех страниц.
table-behind = Те же числа таблицей
warning = предупреждение
finding = вывод

# Как соединяются части.
colon = { ": " }
list-separator = { ", " }
clause-separator = { "; " }
stage-of-facility = { $facility }, { $stage }
all-traffic = весь поток
labelled = { $label }: { $text }
