# Dates, times and lengths of time.

date = { $iso }
dates-one = { $from-iso } to { $iso }
dates-in-month = { $from-iso } to { $iso }
dates-in-year = { $from-iso } to { $iso }
dates = { $from-iso } to { $iso }
month-of-year = { $year }-{ $mm }
axis-day = { $mm }-{ $dd }
axis-month = { $year }-{ $mm }
minutes = { $number } min
hours = { $number } h
date-in-table = { $year }-{ $mm }
