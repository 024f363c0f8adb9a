# Торговля.

trade-title = Торговля через границу за период
trade-lead = Через границу за период, транспортом и по линиям; товары без стоимости в сумму не входят.
trade-heading = { $commodity }: { $percent } % стоимости торговли
trade-commodity = товар
trade-amount = объём
trade-unit = ед.
trade-hs = группы HS (ТН ВЭД)
trade-value = стоимость, млн { $currency }
trade-by-month = По месяцам
trade-unit-kt = тыс. т
trade-unit-gwh = ГВт·ч
trade-unit-mcm = млн м³
measure-trade_amount = объём торговли
definition-trade_amount = Количество товара, пересёкшее границу за весь период на транспорте и по линиям: тонны, мегаватт-часы или кубометры.
measure-trade_value = стоимость торговли
definition-trade_value = Стоимость этого количества по курсам соответствующих дней.
trade-left-out = { $count ->
    [one] Ещё { $count } товар с меньшим объёмом — в таблице.
    [few] Ещё { $count } товара с меньшим объёмом — в таблице.
   *[many] Ещё { $count } товаров с меньшим объёмом — в таблице.
}
