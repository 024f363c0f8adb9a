# Что из неизвестного решает ответ.

sensitivity-heading = { $title }, { $scenario }: { $count ->
    [one] { $count } неопределённая величина
    [few] { $count } неопределённые величины
   *[many] { $count } неопределённых величин
} в своих пределах
sensitivity-decide = { $count ->
    [one] { $count } из { $all } неопределённых величин определяет
   *[other] { $count } из { $all } неопределённых величин определяют
} показатель «{ $measure }»: { $names }; { $count ->
    [one] её доля участия
   *[other] доля участия каждой
} в дисперсии — не менее { $least }.
sensitivity-none-decides = Ни для одной из { $all } неопределённых величин нельзя уверенно сказать, что она участвует хотя бы в { $least } дисперсии показателя «{ $measure }».
sensitivity-nothing = Ни одна из { $all } неопределённых величин не меняет показатель «{ $measure }».
sensitivity-untold = Что определяет показатель «{ $measure }», сказать нельзя: слишком мало расчётов дали ответ, или он почти не меняется.
sensitivity-pause = { " " }
sensitivity-rest = { $count ->
    [one] Ещё { $count } величина не важна: её участие
    [few] Ещё { $count } величины не важны: вместе они участвуют
   *[many] Ещё { $count } величин не важны: вместе они участвуют
} в { $share } дисперсии (не более { $most }).
sensitivity-rest-together = { $count ->
    [one] Ещё { $count } величина подробно не изучалась; её участие —
    [few] Ещё { $count } величины подробно не изучались; их общее участие —
   *[many] Ещё { $count } величин подробно не изучались; их общее участие —
} { $share } дисперсии (не более { $most }).
sensitivity-title = Что меняет ответ: { $measure }
sensitivity-spread = По модели { $written }; по всем пределам в среднем { $mean }, стандартное отклонение { $deviation }
sensitivity-written = По модели { $written }
sensitivity-range = от { $low } до { $high }, в модели { $written }{ $parts ->
    [1] { "" }
   *[other] , вместе { $parts } вел.
}
sensitivity-input = величина
sensitivity-varied = пределы
sensitivity-status = основание
sensitivity-at-low = при нижнем
sensitivity-at-high = при верхнем
sensitivity-first = сама по себе
sensitivity-total = в дисперсии
sensitivity-noise = случай
sensitivity-real = больше случая
sensitivity-yes = да
sensitivity-no = нет
sensitivity-screening = Отсев: эффект всего диапазона, { $measure }
sensitivity-rest-title = { $count ->
    [one] { $count } величина не потребовала подробного изучения
    [few] { $count } величины не потребовали подробного изучения
   *[many] { $count } величин не потребовали подробного изучения
}
sensitivity-without-range = { $count ->
    [one] { $count } допущение нельзя менять: в evidence.csv нет пределов
    [few] { $count } допущения нельзя менять: в evidence.csv нет пределов
   *[many] { $count } допущений нельзя менять: в evidence.csv нет пределов
}
sensitivity-mistakes = Пределы, которыми нельзя воспользоваться
sensitivity-mistake = { $path }: { $why }
sensitivity-growing = В { $runs } из { $of } расчётов очередь растёт до конца периода{ $runs ->
    [0] { "" }
   *[other] , чаще всего на { $scope }; время там зависит от длины периода
}.{ $left ->
    [0] { "" }
   *[other] { " " }Прервано и не учтено расчётов: { $left }.
}
sensitivity-method = Расчётов: { $runs }, в каждом прогонов: { $replications }. Сначала отсев из { $starts } точек (Моррис, 1991), затем разложение дисперсии по { $rows } строкам (Saltelli, 2010; Jansen, 1999); шум моделирования в дисперсию не входит. Внутри пределов все значения равновероятны, величины независимы. «Сама по себе» — насколько уменьшилась бы дисперсия, будь величина известна; «в дисперсии» — с учётом совместного действия с другими. Решающей считается величина с долей от { $least }. «При нижнем» и «при верхнем» — отличие от ответа по модели, когда меняется одна величина, по { $alone } парным прогонам.
sensitivity-as-written = по модели { $value }
sensitivity-key-low = величина на нижнем пределе
sensitivity-key-high = величина на верхнем пределе
sensitivity-key-hollow = контур — допущение; заливка — наблюдение, проект или расчёт
sensitivity-key-line = черта — 95-процентный интервал
sensitivity-description = По строке на величину: полосы от ответа по модели до ответа при нижнем и верхнем пределе, самые длинные сверху.
sensitivity-all-effects = Все величины: отсев и доли дисперсии
sensitivity-effects-note = μ* — средняя величина эффекта всего диапазона, σ — насколько он различается от точки к точке, «случай» — стандартная ошибка одного эффекта из-за самого моделирования.
