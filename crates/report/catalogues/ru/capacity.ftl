# Сколько может пропустить коридор.

capacity-heading = { $title }: пропускная способность
capacity-answer = { $who ->
    [all] { $mix ->
        [own] При нынешнем составе потока
       *[asked] При заданном составе потока
    }
   *[one] { $direction }
}: устойчиво проходит { $per_day } авт. в сутки (от { $low } до { $high }) — это { $times } нынешнего потока ({ $today }).
capacity-answer-beyond = При { $low } авт. в сутки норматив ещё выдерживается, больше не проверялось: до этого потока ничто не ограничивает.
capacity-answer-none = Норматив не выдерживается даже при { $high } авт. в сутки.
capacity-answer-unclear = { $most } прогонов на один уровень потока не хватило для вывода: при { $low } авт. в сутки норматив выдерживается{ $high ->
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
capacity-bound = Предел по полосам задаёт «{ $station }».
capacity-title = Наибольший устойчивый поток, авт./сут.
capacity-direction = направление
capacity-all = весь поток
capacity-today = сейчас
capacity-flow = пропускная способность
capacity-interval = { $level }-процентный интервал
capacity-fluid = предел по полосам
capacity-share = доля предела, %
capacity-others-stay = Если названо одно направление, остальной поток — как сейчас.
capacity-busiest = В самый напряжённый день периода автомобилей в { $ratio } раза больше, чем в среднем.
capacity-directions-title = Как потоки двух направлений ограничивают друг друга, авт./сут.
capacity-classes-title = Как пассажирский поток ограничивает грузовой, авт./сут.
capacity-split = доли
capacity-freight = грузовые
capacity-passengers = пассажирские
capacity-together = вместе
capacity-chart = Точка — наибольший поток при одном соотношении частей, отрезок — его интервал.
capacity-chart-bound = пунктир: предел по полосам, без учёта случайности
capacity-chart-today = сейчас
capacity-description = Кривая наибольших устойчивых потоков двух частей потока с интервалами вдоль лучей, над ней предел по полосам, пустая точка — нынешние потоки.
capacity-unit = авт./сут.
capacity-standard = Норматив: { $standard }. Каждое направление выдерживает его отдельно для грузового и для пассажирского потока.
capacity-method = Стохастическая бисекция на общих случайных числах. Для каждого уровня потока — от { $fewest } до { $most } прогонов, пока критерий не даст ответа; нижний конец интервала норматив выдерживает, верхний нарушает, и то и другое верно с вероятностью { $level } %. Всего прогонов: { $run }.
capacity-mix = Состав потока: { $mix }.
