# Сравнение двух сценариев или двух расчётов.

difference = B − A
now = стало
difference-now = стало − было
verdict = оценка
verdict-changed = изменилось
verdict-not-seen = не выявлено
verdict-no-value = нет значения

comparison-heading = { $title }: { $b } в сравнении с { $a }
comparison-answer = { $b } в сравнении с { $a }: { $differences }.
comparison-answer-none = У B и A нет общих показателей.
comparison-side = { $scenario }, { $window }
comparison-side-titled = { $scenario }: { $title }, { $window }
change-said = { $measure } { $difference } { $unit }
change-not-seen = { $measure } — изменение не выявлено ({ $difference } { $unit })
change-without-value = { $measure } — нет значения для сравнения
change-at = { $change } ({ $place })
comparison-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[many] { $count } пар
} прогонов с общими случайными числами, начальное число { $seed }
comparison-variance = во столько раз общие случайные числа уменьшили дисперсию разности: { $factors }
comparison-variance-of = { $measure } — { $factor }
comparison-rests = { $pairs }; { $variance }.
sentence = { $text }.
sentences = { $first }. { $second }.
differences-title = Что меняется
differences-lead = { $b } минус { $a }; в обоих сценариях каждому автомобилю выпадают одни и те же случайности.
differences-description = Разности B минус A с интервалами и линия нуля.
differences-key-changed = ● изменилось: 95-процентный интервал парной разности не содержит нуля
differences-key-not-seen = ○ при таком числе прогонов изменение не выявлено
changed-text-title = Что изменено в тексте модели
changed-text-only-in = Только в { $scenario }
changed-text-none = Ничего, кроме периода.

# Расчёт рядом с предыдущим.
since-title = По сравнению с предыдущим расчётом
since-more-inputs = и ещё { $count ->
    [one] { $count } параметр
    [few] { $count } параметра
   *[many] { $count } параметров
}; в отчёте перечислены все
since-no-inputs = ни одно число этого сценария не изменено; изменён другой текст: { $files }
since-not-compared = Нет сравнения с предыдущим расчётом. { $what ->
    [version] Версия Portway
    [corridor] Коридор
    [scenario] Сценарий
    [window] Период
    [state] Число автомобилей в начале или их места
    [seed] Начальное число
   *[replications] Число прогонов
}: было { $before }, стало { $now }.
