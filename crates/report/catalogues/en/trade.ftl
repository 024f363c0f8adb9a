# What is traded.

trade-title = Trade across the border in the window
trade-lead = Across the border in the window, by vehicles and by lines; what has no value is not in the sum.
trade-heading = { $commodity }: { $percent } % of the value of what is traded
trade-commodity = commodity
trade-amount = amount
trade-unit = unit
trade-hs = HS chapters
trade-value = value, million { $currency }
trade-by-month = By month
trade-unit-kt = 1000 t
trade-unit-gwh = GWh
trade-unit-mcm = million m³
measure-trade_amount = amount traded
definition-trade_amount = What crossed the border of a commodity in the whole window, by vehicles and by lines: tonnes, megawatt-hours or cubic metres.
measure-trade_value = value traded
definition-trade_value = What the amount is worth, at the rates of its days.
trade-left-out = { $count ->
    [one] One more commodity of less weight is in the table.
   *[other] { $count } more commodities of less weight are in the table.
}
