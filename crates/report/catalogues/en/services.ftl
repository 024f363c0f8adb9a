# Lines of carriers: how many left, how many rode.

services-title = Services
services-service = service
stop-berth = where carriers stand
stop-aboard = aboard
services-idle = Nothing left in the window: { $services }.
services-lead = Both ways together. Seats are those of all carriers that left.
services-departures = departures/day
services-passengers = passengers/day
services-busiest = busiest day
services-seats = seats used %

measure-service_departures_per_day = departures
definition-service_departures_per_day = Carriers that left a stop, both ways together, per day of the window.
measure-service_passengers_per_day = passengers of the service
definition-service_passengers_per_day = Passengers who got on a carrier of the service, both ways together, per day of the window.
measure-service_passengers = passengers of the service in the window
definition-service_passengers = Passengers who got on a carrier of the service, both ways together, in the whole window.
measure-service_busiest_day_passengers = passengers of the service on the busiest day
definition-service_busiest_day_passengers = Passengers who got on a carrier of the service on the day of the window with the most of them.
measure-service_waiting_max_passengers = most passengers waiting at once
definition-service_waiting_max_passengers = Most passengers who waited at the stops of the service at once, both ends together, in the window; of several services the one with the most.
measure-yearly_day = day of the year on which a yearly day comes
definition-yearly_day = Day on which a yearly day comes, counted from 1 January as day 1, of the first year whose middle of it lies in the window. What comes before New Year is 0 or less, what comes after 31 December more than 365.
measure-service_seat_use_share = share of seats used
definition-service_seat_use_share = Seats taken over those of all carriers that left.

unit-departures-per-day = departures/day
unit-day-of-the-year = day of the year
unit-passengers = passengers
