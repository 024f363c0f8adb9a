# What is measured: titles as they stand inside a sentence, definitions, units.

measure-crossings_per_day = crossings
definition-crossings_per_day = Vehicles that crossed the border, per day of the window, closed days included. Quantiles are over days.
measure-crossings = crossings in all
definition-crossings = Vehicles that crossed the border in the whole window.
measure-busiest_day_crossings = busiest day
definition-busiest_day_crossings = Crossings of the busiest day of the window, corridor time.
measure-weekday_crossings_per_day = crossings, Monday to Friday
definition-weekday_crossings_per_day = Crossings per day of the window's days from Monday to Friday, public holidays included.
measure-weekend_crossings_per_day = crossings, weekend
definition-weekend_crossings_per_day = Crossings per day of the window's Saturdays and Sundays, make-up workdays included.
measure-arrivals_per_day = arrivals
definition-arrivals_per_day = Vehicles that came to the corridor, per day of the window.
measure-cargo_t = cargo
definition-cargo_t = Crossings times the mean load of their class, in the whole window.
measure-cargo_per_crossing_t = cargo per crossing
definition-cargo_per_crossing_t = Cargo over crossings, empty vehicles and buses included in the crossings.
measure-passengers_per_day = passengers
definition-passengers_per_day = Crossings times the mean passengers of their class, per day of the window.
measure-direction_ratio = ratio of directions
definition-direction_ratio = Crossings in the first direction of the folder over those in the second.
measure-door_to_door_h = time door to door
definition-door_to_door_h = From coming to the first place of the route to leaving the last, of vehicles that left in the window.
measure-wait_h = all waiting
definition-wait_h = All waiting of vehicles that left in the window: virtual, yard, physical and blocked.
measure-wait_on_site_h = wait on site
definition-wait_on_site_h = All waiting but the virtual: yard, physical and blocked.
measure-wait_virtual_h = virtual wait
definition-wait_virtual_h = Waiting at home for a slot of the electronic queue.
measure-wait_yard_h = yard wait
definition-wait_yard_h = Waiting in a holding lot after registration.
measure-wait_physical_h = physical wait
definition-wait_physical_h = Waiting in front of lanes and links.
measure-wait_blocked_h = blocked
definition-wait_blocked_h = Holding a lane or link after being done there, because the next place is full.
measure-turned_away_per_day = turned away
definition-turned_away_per_day = Vehicles that found no room or too long a queue and went away.
measure-abandoned_per_day = gave up
definition-abandoned_per_day = Vehicles that ran out of patience.
measure-turned_away_share = share turned away
definition-turned_away_share = Vehicles turned away over vehicles that came in the window.
measure-abandoned_share = share that gave up
definition-abandoned_share = Vehicles that ran out of patience over vehicles that came in the window.
measure-departures_per_day = departures
definition-departures_per_day = Vehicles that reached the end of their route, per day of the window.
measure-visit_wait_min = wait per visit
definition-visit_wait_min = From joining the queue to the start of service, over all visits to stages that began in the window.
measure-inside_at_end_vehicles = inside at the end
definition-inside_at_end_vehicles = Vehicles inside the corridor when the window ends.
measure-inside_vehicles = vehicles inside
definition-inside_vehicles = Vehicles inside the corridor, at home for a slot or on the way, mean over the time of the window. By Little's law the vehicle-hours spent in it per hour; they exist also where a queue grows.
measure-waiting_vehicles = vehicles that wait
definition-waiting_vehicles = Those of them that wait: for a slot, in a lot, before lanes and links, or on one because the next place is full.
measure-cpmm_tfi1_h = time at a border crossing point (TFI1)
definition-cpmm_tfi1_h = CAREC CPMM, TFI1: time to clear a border crossing point, from its entry to its exit, waiting before and inside it included, waiting at home not; of freight (classes without passengers) that left in the window, unless a class is named.
measure-cpmm_tfi2_per_vehicle = fees at a border crossing point (TFI2)
definition-cpmm_tfi2_per_vehicle = CAREC CPMM, TFI2: what is paid at a border crossing point, the tolls and fees of its stages; of freight (classes without passengers) that left in the window, unless a class is named.
measure-cpmm_tfi3 = cost of cargo (TFI3)
definition-cpmm_tfi3 = CAREC CPMM, TFI3: what 20 t of cargo cost over 500 km of the way: all that the vehicles of classes with a load cost, waiting included, over the tonnes and kilometres that they carried it.
measure-cpmm_tfi4_swod_kmh = speed without delay (TFI4)
definition-cpmm_tfi4_swod_kmh = CAREC CPMM, TFI4, speed without delay: the way over the time in motion; of freight (classes without passengers), unless a class is named.
measure-cpmm_tfi4_swd_kmh = speed with delay (TFI4)
definition-cpmm_tfi4_swd_kmh = CAREC CPMM, TFI4, speed with delay: the way over all time on it, waiting at home not included; of freight (classes without passengers), unless a class is named.
measure-trs_to_lodgement_h = time to lodgement
definition-trs_to_lodgement_h = WCO TRS: from arrival at the facility to the end of lodgement, per vehicle that left in the window, whether it was passed there or not.
measure-trs_to_assessment_h = time to assessment
definition-trs_to_assessment_h = WCO TRS: from the end of lodgement, or arrival, to the end of assessment.
measure-trs_to_inspection_h = time to inspection
definition-trs_to_inspection_h = WCO TRS: from the end of assessment to the end of inspection, 0 for who has none.
measure-trs_to_release_h = time to release
definition-trs_to_release_h = WCO TRS: from the end of inspection, or the step before, to the release.
measure-trs_to_exit_h = time to exit
definition-trs_to_exit_h = WCO TRS: from the last step that the folder names to leaving the facility.
measure-trs_arrival_to_exit_h = time from arrival to exit
definition-trs_arrival_to_exit_h = WCO TRS: from arrival at the facility to leaving it, the sum of its intervals.
measure-queue_vehicles = queue
definition-queue_vehicles = Vehicles waiting, mean over the time of the window, closed hours included.
measure-queue_max_vehicles = longest queue
definition-queue_max_vehicles = Longest queue in the window.
measure-queue_at_end_vehicles = queue at the end
definition-queue_at_end_vehicles = Vehicles waiting when the window ends.
measure-blocked_vehicles = vehicles blocked
definition-blocked_vehicles = Vehicles that are done and stand on a lane or link because the next place is full, mean over the time of the window.
measure-lane_use_share = use of lanes
definition-lane_use_share = Time lanes serve over the time they are open.
measure-lane_blocked_share = lanes blocked
definition-lane_blocked_share = Time lanes are held by a vehicle that is done and cannot go on, over the time they are open.
measure-stage_vehicles = vehicles at the stage
definition-stage_vehicles = Vehicles waiting or on a lane, mean over the time of the window, closed hours included.
measure-lanes_in_use = lanes in use
definition-lanes_in_use = Lanes that serve or are held, mean over the time of the window, closed hours included.
measure-stage_visits_per_day = visits to the stage
definition-stage_visits_per_day = Vehicles whose service began, per day of the window.
measure-stage_waited_share = share that waited
definition-stage_waited_share = Vehicles that did not begin at once, over all that began or gave up.
measure-stage_time_min = time at the stage
definition-stage_time_min = From joining the queue to the end of service: mean wait plus mean service.
measure-stage_wait_all_min = wait at the stage, all
definition-stage_wait_all_min = From joining the queue to the start of service or to giving up, mean over both.
measure-stage_wait_min = wait at the stage
definition-stage_wait_min = From joining the queue to the start of service.
measure-stage_service_min = time of service
definition-stage_service_min = From the start to the end of service; for a link, the time to travel it.
measure-way_share = share of the way
definition-way_share = Vehicles of the flow that chose the way, over all of them that came in the window, those that stayed at home included.
measure-way_door_to_door_h = time door to door on the way
definition-way_door_to_door_h = Time door to door of vehicles of the flow that left on the way in the window.

measure-with-unit = { $measure }, { $unit }
unit-share = %
unit-points = percentage points
unit-hours = h
unit-minutes = min
unit-vehicles = vehicles
unit-vehicles-per-day = vehicles/day
unit-passengers-per-day = passengers/day
unit-tonnes = t
unit-tonnes-per-vehicle = t/vehicle
unit-km-per-hour = km/h
unit-lanes = lanes

measure-given-for = { $scope ->
    [corridor] corridor
    [facility] each facility that releases goods
    [commodity] each commodity, by direction
    [yearly] each yearly day
    [service] each service
    [limit] each limit
    [crossing-point] each border crossing point
    [way] each way of each flow that chooses
   *[station] each stage and link
}{ $detail ->
    [direction-and-class] , by direction and class
    [class] , by class
   *[whole] { "" }
}; { $quantiles ->
    [yes] mean, P50, P90, P95
   *[no] mean
}
measure-scopes = The scope of a measure is `corridor`, a stage as `facility.stage`, or the name of a link or facility; that of a way which a flow chooses is `flow/route`. A link has a row for each direction that travels it; where several directions travel it the same way, they are one row without a direction, and that of the way back has the scope `link.reversed`. An empty direction or class means all. Names and scopes stay the same from version to version.
