# Сравнение двух сценариев или двух расчётов.

difference = B − A
now = сейчас
difference-now = стало − было
verdict = вывод
verdict-changed = изменилось
verdict-not-seen = не выявлено
verdict-no-value = нет значения
