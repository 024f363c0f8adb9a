# Сколько может пропустить коридор.

capacity-heading = { $title }: пропускная способность
capacity-answer = { $who ->
    [all] { $mix ->
        [own] При нынешнем составе потока
       *[asked] При заданном составе потока
    }
   *[one] { $direction }
}: устойчиво проходит { $per_day } автомобилей в сутки (от { $low } до { $high }) — это { $times }-кратный нынешний поток ({ $today }).
capacity-answer-beyond = При { $low } автомобилей в сутки норматив ещё выдерживается, больше не проверялось: до этого потока ничто не ограничивает.
capacity-answer-none = Норматив не выдерживается даже при { $high } автомобилей в сутки.
capacity-answer-unclear = Не более { $most } прогонов на поток ответа не дают: при { $low } автомобилей в сутки норматив выдерживается{ $high ->
    [none] , а потока, при котором он заведомо нарушен, среди проверенных нет
   *[other] , при { $high } — нет
}.
capacity-gives-way = Что не выдерживает первым: { $limit }
capacity-gives-way-title = Что не выдерживает первым
capacity-line = { $who }: { $limit } { $bound }
capacity-limit-growth = очередь «{ $station }» растёт безостановочно.
capacity-limit-time = { $traffic } больше не укладывается в { $standard }.
capacity-limit-carried = { $traffic }: не проходит более { $lost }.
capacity-traffic = { $group ->
    [passengers] пассажирское движение
   *[freight] грузовое движение
} ({ $direction })
capacity-bound = Предел полос задаёт «{ $station }».
capacity-title = Наибольший устойчивый поток, авт./сутки
capacity-direction = направление
capacity-all = всё движение
capacity-today = сейчас
capacity-flow = предел
capacity-interval = { $level } % интервал
capacity-fluid = предел полос
capacity-share = доля %
capacity-others-stay = Если названо одно направление, остальное движение — как сейчас.
capacity-busiest = В самые загруженные сутки периода автомобилей в { $ratio } раза больше, чем в среднем.
capacity-directions-title = Чего одно направление стоит другому, авт./сутки
capacity-classes-title = Чего пассажирское движение стоит грузовому, авт./сутки
capacity-split = доли
capacity-freight = грузовые
capacity-passengers = пассажирские
capacity-together = вместе
capacity-chart = Точка — наибольший поток при одном соотношении частей, отрезок — его интервал.
capacity-chart-bound = пунктир: предел полос, без учёта случайности
capacity-chart-today = сейчас
capacity-description = Кривая наибольших устойчивых потоков двух частей движения с интервалами вдоль лучей, над ней предел полос, пустая точка — нынешние потоки.
capacity-unit = авт./сутки
capacity-standard = Норматив: { $standard }. Каждое направление выдерживает его отдельно для грузового и для пассажирского движения.
capacity-method = Стохастическая бисекция на общих случайных числах. Каждый поток повторяется от { $fewest } до { $most } раз, пока критерий не даст ответа; нижний конец интервала норматив выдерживает, верхний нарушает, и то и другое верно с вероятностью { $level } %. Всего прогонов: { $run }.
capacity-mix = Состав потока: { $mix }.
