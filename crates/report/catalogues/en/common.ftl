# Words that several reports share.

replications = { $count ->
    [one] { $count } replication
   *[other] { $count } replications
}

# What an answer rests on.
rests-on = What it rests on
rests-on-run = { $replications }, seed { $seed }, { $window }, { $zone } time
rests-on-scenario = scenario { $scenario }: { $title }
rests-on-evidence = { $all } inputs: { $observed } observed, { $design } design figures, { $derived } derived, { $assumption ->
    [one] { $assumption } assumption
   *[other] { $assumption } assumptions
}{ $without ->
    [0] { "" }
   *[other] , { $without } without evidence
}
rests-on-nothing = no evidence is written down for any input
rests-on-model = model { $name } { $hash }, Portway { $version }
interval-note = ± is the half-width of the { $level } % interval over replications.

# The frame of every page.
table-behind = The numbers as a table
warning = warning
finding = finding

# How parts are put together.
colon = { ": " }
list-separator = { ", " }
clause-separator = { "; " }
stage-of-facility = { $facility }, { $stage }
all-traffic = all traffic
labelled = { $label }: { $text }
