# The pages of `portway serve`.

# The frame.
navigation = Pages
nav-map = Map
nav-facilities = Facilities
nav-results = Results
nav-scenarios = Scenarios
nav-evidence = Evidence
nav-programme = Programme
nav-text = Text
nav-studies = Studies
nav-facility = Facility
nav-more = More
skip = To the content
language = Language
theme-light = Light
theme-dark = Dark
close = Close
sort = Sort
save-figure = Save “{ $title }”
not-connected = The server does not answer. The page goes on as soon as it does.
folder-errors = { $count ->
    [one] The folder has { $count } mistake, so nothing can be run.
   *[other] The folder has { $count } mistakes, so nothing can be run.
}
folder-errors-mend = Mend it in the text
studies-active = { $count ->
    [0] Studies: none is running
    [one] Studies: { $count } is running or waiting
   *[other] Studies: { $count } are running or waiting
}
studies-percent = { $percent } %
study-news = { $state ->
    [queued] { $title }: waits for its turn
    [running] { $title }: { $percent } % done
    [finished] { $title }: finished
    [failed] { $title }: failed
   *[cancelled] { $title }: cancelled
}
