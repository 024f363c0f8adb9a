# Модель рядом с наблюдениями.

check = проверка
seen = наблюдение
simulated = модель
allowed = допуск
measure = показатель
verdict-agrees = совпадает
verdict-misses = расходится
verdict-open = не ясно
