# Where the time goes: the staircase along the way, CAREC's indicators, the Time Release Study.

journey-staircase = Time along the way
journey-staircase-title = Most hours pass at { $place }: { $hours } h ({ $direction })
journey-staircase-lead = Hours since the first place of the route, over kilometres; means of all vehicles that left. Slopes are driving, steps are places where vehicles are served or wait. Drawn as UNESCAP's time/cost-distance method draws it.
journey-staircase-alt = Hours over kilometres, { $direction }
journey-cost-alt = Cost over kilometres, { $direction }
journey-whole = { $hours } h
journey-step = { $place } { $value }
journey-hours = hours
journey-km = km
journey-place = place
journey-measure = measure
journey-service = moving and being served
journey-virtual = at home, for a slot
journey-yard = in a holding lot
journey-physical = in a queue
journey-blocked = blocked by the next place
journey-rest = edges of the window, and vehicles that did not reach the end
journey-door-to-door = door to door

cpmm-title = Corridor performance (CAREC CPMM)
cpmm-lead = Indicators of the Asian Development Bank's Corridor Performance Measurement and Monitoring. Waiting at home for a slot is spent at no border and on no road, so it counts to none of them. They are those of freight, the classes without passengers.
cpmm-tfi1 = TFI1 time at { $place }, h
cpmm-tfi2 = TFI2 paid at { $place }, { $unit }
cpmm-tfi3 = TFI3 cost of cargo, { $unit }
cpmm-tfi4-swod = TFI4 speed without delay, km/h
cpmm-tfi4-swd = TFI4 speed with delay, km/h
cpmm-no-money = TFI2 and TFI3 need prices, and the model has no [money].

trs-title = Release of goods (WCO Time Release Study), hours
trs-lead = Hours per vehicle between the steps of the release of goods, from arrival at a facility to exit; who skips a step counts with nothing. Intervals of the World Customs Organization's guide, version 3, 2018.
trs-lodgement = to lodgement
trs-assessment = to assessment
trs-inspection = to inspection
trs-release = to release
trs-exit = to exit
trs-whole = arrival to exit
