# Pictures of a run: headings, keys and what is read to those who cannot see them.

strip-title = The corridor in the order of travel
strip-lead-one-of-many = The way with the most places of each direction, one of several over the border; the table has all places.
strip-description = Stages and links in the order of travel, from the beginning to the end. A circle is the mean queue, its colour the mean wait, the bar the use of lanes.
strip-alt = { $direction }: stages and links in the order of travel
strip-lanes-used = lanes used
strip-mean-wait = mean wait
strip-key-used = lanes serving, share of the time open
strip-key-blocked = blocked: done, but the next place is full
strip-key-queue = ● mean queue, by area
strip-key-wait = colour: mean wait,
strip-crossings = { $crossings } a day
strip-wait = wait { $wait }
strip-lanes = { $count ->
    [one] { $count } lane
   *[other] { $count } lanes
}
strip-places = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
strip-queue = queue { $queue }
strip-standing = { $vehicles } stand on it
strip-metres = { $number } m
strip-kilometres = { $number } km
strip-said-used = lanes used { $used }
strip-said-wait = mean wait { $wait }

stage = stage
queue-vehicles = queue, vehicles
queue-people = queue, people
longest-queue = longest
wait-min = wait, min
wait-p90-min = wait P90, min
hours-unit = h
percent = { $number } %

daily-title = Crossings by day
daily-title-busiest = { $mean } { $who ->
    [people] people
    [mixed] people and vehicles
   *[vehicles] vehicles
} cross on a mean day, { $busiest } on the busiest
daily-alt = Crossings by day, { $direction }
daily-key = mean over replications; the band is its 95 % interval; one vertical scale for both directions
day = day
month = month

split-title = Where the time goes
split-title-waiting = Waiting takes { $percent } % of the time door to door
split-title-groups = Waiting takes { $people } % of the time of people door to door, { $vehicles } % of that of vehicles
split-alt = Where the time goes, { $direction }
split-description = Bars of the mean time door to door per class, split into moving and service and four kinds of waiting.
split-moving = moving and service
split-wait = wait, hours

distribution-title = How the time door to door spreads
distribution-title-quantiles = Half of all vehicles are through in { $p50 } h, nine in ten in { $p90 } h
distribution-title-groups = Half of the people are through in { $people } h, half of the vehicles in { $vehicles } h
distribution-alt = Distribution of the time door to door, { $direction }
distribution-key = share of vehicles by time door to door, each class to its own height; marks at the median and at P90; the longest 1 % is not drawn
distribution-p90 = P90 { $hours } h
distribution-mean = door to door, h: mean

heat-title = When waiting is longest
heat-title-worst = Who leaves on { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
} at { $time } has waited longest, { $wait } on average
heat-description = Mean wait by weekday and hour of leaving the corridor; a stronger colour is a longer wait.
heat-lead = Weekdays and hours in { $zone } time.
heat-lead-grows = Weekdays and hours in { $zone } time. A queue grows: longer windows would show longer waits.
heat-alt = Mean wait by weekday and hour, { $direction }
heat-key = mean wait of the vehicles that leave in the hour,
heat-or-more = { " or more" }
weekday = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

stations-title = Queue and lanes over time
stations-description = Above: mean queue. Below: lanes open as a line, lanes occupied as an area.
stations-lead = { $bucket ->
    [hour] Means by hour.
    [day] Means by day; the hours are in hourly.parquet.
   *[week] Means by week; the hours are in hourly.parquet.
}
stations-lead-left-out = { $lead } Stages and links where hardly anybody waits are left out.
stations-key-queue = mean queue
stations-key-occupied = lanes occupied
stations-key-open = line: lanes open
stations-lanes = lanes
stations-highest-hour = highest hour
stations-occupied = lanes occupied
stations-open = lanes open
stations-more = { $count ->
    [one] One more with a shorter queue
   *[other] { $count } more with shorter queues
}
