# Сколько может пропустить коридор.

capacity-heading = { $title }: пропускная способность
capacity-answer = { $who ->
    [all] { $mix ->
        [own] Весь поток, состав — как в сценарии
       *[asked] Весь поток, состав — заданный
    }
   *[one] { $direction }
}: устойчиво проходит { $per_day } { $whom ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки (от { $low } до { $high }) — это { $times } потока по сценарию ({ $today }).
capacity-answer-beyond = При потоке { $low } { $whom ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки норматив ещё выдерживается, больше не проверялось: до этого потока ничто не ограничивает.
capacity-answer-none = Норматив не выдерживается даже при потоке { $high } { $whom ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки.
capacity-answer-closed = { $station }: закрыто в течение всего периода, проехать нельзя, и пропускной способности нет. Выберите другие даты.
capacity-answer-unclear = { $most } прогонов на один уровень потока не хватило для вывода: при потоке { $low } { $whom ->
    [people] чел.
    [mixed] людей и машин
   *[vehicles] авт.
} в сутки норматив выдерживается{ $high ->
    [none] , а потока, при котором он заведомо нарушен, среди проверенных нет
   *[other] , при { $high } — нет
}.
capacity-gives-way = Первое ограничение: { $limit }
capacity-gives-way-title = Первое ограничение
capacity-line = { $who }: { $limit } { $bound }
capacity-limit-growth = очередь «{ $station }» растёт неограниченно.
capacity-limit-time = { $traffic } больше не укладывается в { $standard }.
capacity-limit-carried = { $traffic }: более { $lost } автомобилей не доезжает до конца маршрута.
capacity-traffic = { $group ->
    [passengers] пассажирский поток
   *[freight] грузовой поток
} ({ $direction })
capacity-others-break = добавить ничего нельзя: прочий поток, как он задан в сценарии, сам уже нарушает норматив: { $limit }
capacity-wide = Интервал широк: { $most } прогонов на один уровень потока не хватило, чтобы отличить выполнение норматива от нарушения.
capacity-bound = Предел по полосам задаёт «{ $station }».
capacity-title = Наибольший устойчивый поток, авт./сут.
capacity-direction = направление
capacity-all = весь поток
capacity-today = по сценарию
capacity-flow = пропускная способность
capacity-interval = { $level }-процентный интервал
capacity-fluid = предел по полосам
capacity-share = доля предела, %
capacity-others-stay = Где названо одно направление, остальной поток остаётся таким, как в сценарии, и тоже должен выдерживать норматив.
capacity-busiest = В самый напряжённый день периода автомобилей в { $ratio } раза больше, чем в среднем.
capacity-directions-title = Как потоки двух направлений ограничивают друг друга, авт./сут.
capacity-classes-title = Как пассажирский поток ограничивает грузовой, авт./сут.
capacity-split = доли
capacity-freight = грузовые
capacity-passengers = пассажирские
capacity-together = вместе
capacity-chart = Точка — наибольший поток при одном соотношении частей, отрезок — его интервал.
capacity-chart-bound = пунктир: предел по полосам, без учёта случайности
capacity-chart-today = по сценарию
capacity-description = Кривая наибольших устойчивых потоков двух частей потока с интервалами вдоль лучей, над ней предел по полосам, пустая точка — потоки по сценарию.
capacity-unit = авт./сут.
capacity-standard = Норматив: { $standard }. Каждое направление выдерживает его отдельно для грузового и для пассажирского потока.
capacity-method = Стохастическая бисекция на общих случайных числах. Для каждого уровня потока — от { $fewest } до { $most } прогонов, пока критерий не даст ответа; нижний конец интервала норматив выдерживает, верхний нарушает, и то и другое верно с вероятностью { $level } %. Всего прогонов: { $run }.
capacity-mix = Состав потока: { $mix }.
