# What is traded.

trade-title = Trade across the border in the window
trade-commodity = commodity
trade-amount = amount
trade-unit = unit
trade-hs = HS chapters
trade-value = value, million { $currency }
trade-by-month = By month
trade-unit-kt = 1000 t
trade-unit-gwh = GWh
trade-unit-mcm = million m³
