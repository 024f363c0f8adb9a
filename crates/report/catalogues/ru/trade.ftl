# Торговля.

trade-title = Торговля через границу за период
trade-commodity = товар
trade-amount = объём
trade-unit = ед.
trade-hs = группы HS (ТН ВЭД)
trade-value = стоимость, млн { $currency }
trade-by-month = По месяцам
trade-unit-kt = тыс. т
trade-unit-gwh = ГВт·ч
trade-unit-mcm = млн м³
