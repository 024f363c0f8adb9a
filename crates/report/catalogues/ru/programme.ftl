# Что согласовано и когда откроется.

programme-heading = { $title }: программа проектов
programme-answer = { $count ->
    [one] { $count } проект
    [few] { $count } проекта
   *[many] { $count } проектов
}: открыто { $open }, предстоит открыть { $pending }{ $stopped ->
    [0] { "" }
   *[other] , остановлено { $stopped }
}.
programme-answer-late = { $late ->
    [one] У { $late } предстоящего проекта объявленный срок
   *[other] У { $late } предстоящих проектов объявленные сроки
} позже первоначального плана, в среднем на { $months } мес.
programme-answer-expected = К концу { $year } г. из { $told ->
    [one] { $told } проекта, для которого
   *[other] { $told } проектов, для которых
} указан возможный перенос, в среднем откроется { $expected }.

programme-title = От плана до открытия
programme-lead = Для каждого проекта: первый твёрдый срок, объявленный сейчас и вероятное время открытия.
programme-project = проект
programme-status = состояние
programme-owner = ответственный
programme-planned = план
programme-opens = открытие
programme-late = опоздание, мес.
programme-late-short = опозд.,
    мес.
programme-on-time = откроется в объявленный срок, %
programme-on-time-short = в
    срок
programme-by-year = откроется до конца { $year } г., %
programme-by-year-short = до конца
    { $year }
programme-cost = стоимость
programme-milestones = этапов выполнено
programme-milestones-done = этапы: { $done } из { $all }
programme-status-agreed = согласован
programme-status-planned = планируется
programme-status-under-construction = строится
programme-status-open = открыт
programme-status-stopped = остановлен
programme-amount-large = { $number } млрд { $currency }
programme-amount-middle = { $number } млн { $currency }
programme-amount-plain = { $number } { $currency }

programme-key-plan = Полоса: от первого планового срока до объявленного сейчас
programme-key-slip = Линия: от P10 до P90 даты открытия, кольцо — P50
programme-key-opens = ● открыт, ○ объявлено
programme-key-milestones = ◆ этап выполнен, ◇ предстоит
programme-years-title = Вероятность открытия до конца года, %
programme-milestones-title = Этапы
programme-milestone = этап
programme-date = дата
programme-done = выполнен
programme-to-come = предстоит
programme-changes-title = Что меняет каждый проект
programme-input = величина
programme-before = было
programme-after = станет
programme-draws = выборок каждого переноса: { $draws }, начальное число { $seed }
programme-rule = Переносы разных проектов разыгрываются независимо. P10, P50 и P90 — дни, к которым открытие состоялось в десятой части, половине и девяти десятых выборок; месяц — 30,4 дня. Для проекта без указанного переноса вероятность не приводится.
