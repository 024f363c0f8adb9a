# Caps on how many are inside at once, and quotas of how many come in.

limits-title = Limits
limits-lead = Who finds no room waits at the entry. Full is the time during which nobody more could have entered.
limits-limit = limit
limits-allowed = at most
limits-admitted = in a day
limits-mean = inside
limits-most = most
limits-used = used %
limits-full = full %
limits-allows = { $most } { $counts ->
    [people] { $count ->
        [one] person
       *[other] people
    }
   *[vehicles] { $count ->
        [one] vehicle
       *[other] vehicles
    }
} { $every ->
    [day] a day
    [month] a month
    [year] a year
   *[once] at once
}

measure-limit_admissions_per_day = admissions under a limit
definition-limit_admissions_per_day = What came in under a limit, as it counts, per day of the window.
measure-limit_mean = inside under a cap
definition-limit_mean = What is inside under a cap, mean over the time of the window.
measure-limit_max = most under a limit
definition-limit_max = Most that was ever inside under a cap, or came in under a quota in one period.
measure-limit_use_share = use of a limit
definition-limit_use_share = Of a cap, what is inside over what may be, mean over the time of the window; of a quota, what came in over what the window's periods allowed.
measure-limit_full_share = time at a limit
definition-limit_full_share = Time during which no vehicle that comes could have entered, however small.

unit-people = people
unit-people-per-day = people/day
unit-counted = vehicles or people
unit-counted-per-day = vehicles or people/day
