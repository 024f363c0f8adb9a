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

programme-effects-title = Что даёт каждый проект
programme-effects-lead = { $scenario }, { $window }: те же дни с каждым проектом, открытым с первого дня, и без него.
programme-best = В сценарии «{ $scenario }», { $window }, больше всего даёт { $project }: { $gain } пересечений людей и машин в сутки.
programme-best-alone = Что ни один другой не даёт столько же, верно с вероятностью 95 %.
programme-best-tied = Столько же могут дать: { $others }.
programme-best-none = В сценарии «{ $scenario }», { $window }, ни об одном проекте нельзя уверенно сказать, что пересечений станет больше.
programme-untold-already-there = Уже есть в сценарии: { $projects }. Что было раньше, неизвестно, сравнивать не с чем.
programme-untold-left-out = Не входят в сценарий: { $projects }.
programme-untold-changes-nothing = Не записано, что меняют: { $projects }.
programme-untold-cannot-run = Проект «{ $project }» в этом сценарии не запускается: { $reason }
programme-who = кто
programme-people = люди
programme-vehicles = машины
programme-crossings = пересечений
    в сутки
programme-mean = в пути,
    ч
programme-p90 = P90 в
    пути, ч
programme-crossings-without = пересечений в сутки без него
programme-mean-without = в пути без него, ч
programme-p90-without = P90 без него, ч
programme-hours-saved = сбережено часов в сутки
programme-seats = мест в сутки
programme-cargo = груз, т/сут
programme-price-heading = одно пересечение в сутки
programme-lost = потеряно пересечений
programme-lost-hours = потеряно часов
programme-place = этап или участок
programme-without = без него
programme-with = с ним
programme-lanes-title = Пропускная способность этапов и участков в сутки
programme-range = { $value } (от { $low } до { $high })
programme-way = { $title }, { $direction }
programme-no-difference = ни в одном прогоне нет разницы
programme-seats-added = мест в сутки: { $value }
programme-hours-added = сбережено часов в сутки: { $value } (для стольких, сколько пересекает без него)
programme-added-title = Что добавляется в сутки
programme-costs-title = Сколько стоят пересечение в сутки и перенос
programme-cargo-added = груза в сутки: { $value } т
programme-lanes-added = пропускная способность в сутки { $without } → { $with }: { $title }
programme-lanes-more = и ещё { $count }, где она меняется
programme-price = одно пересечение в сутки стоит { $price }
programme-slip-costs = пересечений потеряно за { $days } дн. переноса: { $lost }
programme-grows-without = без него очередь на { $scope } растёт до конца
programme-grows-with = с ним очередь на { $scope } растёт до конца
programme-chart-crossings = Прирост пересечений людей и машин в сутки
programme-chart-lost = Пересечения, потерянные от объявленного дня до открытия
programme-key-effect = ● на сколько больше пересечений с проектом, чем без него, с 95-процентным интервалом
programme-key-lost = ● потери в среднем по выборкам, линия от P10 до P90
programme-effect-rule = Изменения — с проектом минус без него, так что минус перед часами означает экономию. «С проектом» — значит открыт с первого дня прогона, когда бы он ни был объявлен. Люди — классы, которые едут рейсами; сами суда, автобусы и кабины считаются местами, а не пересечениями. Время — у всех, кто пересёк границу, включая тех, кого привёл проект; сбережённые часы приводятся лишь там, где с проектом пересекает столько же. Потери от переноса — каждая выборка переноса, умноженная на выборку эффекта в сутки; эффект считается одинаковым весь год.
