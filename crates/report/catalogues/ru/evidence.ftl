# Исходные данные, их изменения и обоснование.

input = параметр
before = было
after = стало
from-day = с какого дня
from-the-beginning = с начала периода
status = статус
plausible-range = возможный диапазон
source = источник
not-written = не указано
status-observed = по наблюдениям
status-design = проектное значение
status-derived = расчётное значение
status-assumption = допущение
scenario = сценарий
model = модель
