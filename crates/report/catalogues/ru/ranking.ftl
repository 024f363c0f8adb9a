# Ранжирование нескольких сценариев.

ranking-heading = { $title }: сравнение { $count ->
    [one] { $count } сценария
   *[other] { $count } сценариев
}
ranking-by = { $measure }, { $statistic ->
    [mean] среднее
   *[other] { $statistic }
}
ranking-answer = Лучший из { $count ->
    [one] { $count } сценария
   *[other] { $count } сценариев
} по показателю «{ $measure }» — { $scenario }: { $value }. Если лучший опережает остальные на { $indifference } и более, он выбирается с вероятностью { $confidence } %.
ranking-answer-open = После { $replications } прогонов по показателю «{ $measure }» ещё не различимы { $left } из { $count } сценариев; впереди { $scenario }: { $value }.
ranking-answer-none = Ни у одного из { $count } сценариев показатель «{ $measure }» не имеет значения во всех прогонах.
ranking-title = Сценарии от лучшего к худшему
ranking-beside-title = Другие показатели тех же сценариев
ranking-scenario = сценарий
ranking-value = значение
ranking-difference = разница с лучшим
ranking-standing = оценка
ranking-replications = прогонов
ranking-chosen = выбран
ranking-in-question = не различим
ranking-dropped = отстал
ranking-no-value = нет числа
ranking-rule = Процедура KN (Kim, Nelson, 2001): сначала по { $first } прогонов каждого сценария, затем — только тех, которые ещё могут оказаться лучшими. Если лучший опережает остальные на { $indifference } и более, он выбирается с вероятностью { $confidence } %; меньшие различия считаются несущественными. Интервалы разностей — парные: они показывают величину различий, но не учитывают ни самого выбора, ни момента остановки.
ranking-chart = Сценарии с 95-процентными интервалами: ● выбран, ○ не различим, малые точки — отстали.
ranking-description = По одной строке на сценарий: точка и интервал, лучший сверху.
