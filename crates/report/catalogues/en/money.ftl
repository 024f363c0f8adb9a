# What crossings cost, and what idling engines burn.

money-title = Money and air, for one crossing
money-heading = A crossing costs { $cost } { $currency }
money-heading-groups = A crossing costs { $people } { $currency } for a person and { $vehicles } { $currency } for a vehicle
money-heading-waiting = A crossing costs { $cost } { $currency }; about { $percent } % of it is waiting
money-alt = Cost of a crossing by class, { $direction }
money-description = Bars of the mean cost of a crossing per class: what it costs without waiting in greys, what waiting adds in colour.
money-in = all, { $currency }

# The parts of a cost; the short words stand in a narrow table.
money-fees = tolls and fees
money-running = distance
money-moving = hours moving
money-service = hours in service
money-waiting = hours waiting
money-idling = fuel of idling
money-fees-short = tolls, fees
money-waiting-short = waiting
currency-name = { $code }

money-amount = { $number } { $currency }
money-amount-million = { $number } million { $currency }
money-delay = Waiting takes { $hours } vehicle-hours a year and costs { $cost }.
money-delay-in-both = Waiting takes { $hours } vehicle-hours a year and costs { $cost }, which is { $second }.
money-idling-year = Engines idling burn { $fuel } l of fuel a year and give off { $co2 } t of carbon dioxide.
money-year = A year is the window of { $days ->
    [one] { $days } day
   *[other] { $days } days
} scaled to 365.
money-rate = 1 { $currency } is { $rate } { $second }.
money-rates = 1 { $currency } is { $low } to { $high } { $second }, by date.

# What the model does not say.
money-not-told = Costs are not told: the model has no [money] table.
money-no-air = Fuel and carbon dioxide of idling are not told: the model has no [air] table.

# Measures and units of money and air.
measure-cost_per_crossing = cost per crossing
definition-cost_per_crossing = Hours of vehicle and driver, running cost, tolls and fees, and fuel of idling where it is known, over vehicles that left in the window.
measure-cost_moving_per_crossing = cost of moving
definition-cost_moving_per_crossing = Its part for vehicle and driver while moving.
measure-cost_service_per_crossing = cost of service
definition-cost_service_per_crossing = Its part for vehicle and driver while being served at stages.
measure-cost_waiting_per_crossing = cost of waiting
definition-cost_waiting_per_crossing = Its part for vehicle and driver while waiting; waiting at home counts with the part that the model says.
measure-cost_running_per_crossing = cost of distance
definition-cost_running_per_crossing = Its part by distance: fuel, tyres, charges by distance, on links that have a running cost.
measure-cost_fees_per_crossing = tolls and fees
definition-cost_fees_per_crossing = Its part for tolls and fees of stages.
measure-cost_idling_per_crossing = cost of idling fuel
definition-cost_idling_per_crossing = Its part for the fuel that engines burn while idling.
measure-cost_per_crossing_second = cost per crossing
definition-cost_per_crossing_second = The cost per crossing in the second currency, at the rates of the days on which vehicles left.
measure-delay_cost_per_year = cost of delay
definition-delay_cost_per_year = What the waiting of vehicles that left in the window cost in hours of vehicle and driver, scaled from the days of the window to 365 days.
measure-delay_cost_per_year_second = cost of delay
definition-delay_cost_per_year_second = The same in the second currency.
measure-delay_h_per_year = hours of delay
definition-delay_h_per_year = All waiting of vehicles that left in the window, at home included, scaled from the days of the window to 365 days.
measure-idling_fuel_l_per_year = fuel of idling
definition-idling_fuel_l_per_year = Fuel that engines burn idling in front of lanes and links, held there, and for the part that the model says in holding lots, scaled from the days of the window to 365 days.
measure-idling_co2_t_per_year = CO2 of idling
definition-idling_co2_t_per_year = Carbon dioxide of that fuel.
measure-idling_co2_kg_per_crossing = CO2 of idling
definition-idling_co2_kg_per_crossing = Carbon dioxide of the fuel of idling, over vehicles that left in the window.
money-currency = currency
money-second-currency = second currency
unit-money-per-standard-cargo = { $currency }/(500 km × 20 t)
unit-money-per-vehicle = { $currency }/vehicle
unit-money-per-year = { $currency }/year
unit-money-million-per-year = million { $currency }/year
unit-hours-per-year = h/year
unit-thousand-litres-per-year = 1000 l/year
unit-tonnes-per-year = t/year
unit-kilograms-per-vehicle = kg/vehicle
