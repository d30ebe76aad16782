# vary.awk: many articles out of a few, for stores of any size: sentences drawn from the example articles, with other countries, days
# and numbers. The same bytes each time.
#   awk -v n=5000 -v seed=1 -v sentences=14 -f bench/vary.awk examples/articles/*.txt > many.jsonl && attache add big.db many.jsonl
# Park and Miller (1988): no product is beyond what a double holds exactly, and no number comes again before all have come.
function next_random(m) { seed = seed * 16807 % 2147483647; return seed % m }
function escaped(s) { gsub(/\\/, "&&", s); gsub(/"/, "\\\"", s); gsub(/[\t\r]/, " ", s); return s }
# Names become marks first and other names then; the longer ones go first, "Iraqi" before "Iraq".
function swap(s,   i, to, met, mark) {
    met = 0
    for (i = 1; i <= names; i++)
        if (index(s, name[i])) { gsub(name[i], "\001" place[i] "\002", s); met = 1 }
    while (met && match(s, /\001[0-9]+[.][0-9]\002/)) {
        mark = substr(s, RSTART + 1, RLENGTH - 2)
        split(set[(int(mark) + shift - 1) % sets + 1], to, ";")
        s = substr(s, 1, RSTART - 1) to[substr(mark, length(mark))] substr(s, RSTART + RLENGTH)
    }
    return s
}
BEGIN {
    if (!n) n = 1000
    if (!seed) seed = 1
    if (!sentences) sentences = 14
    sets = split("Russia;Russian;Moscow;Putin|Ukraine;Ukrainian;Kyiv;Zelensky|Israel;Israeli;Jerusalem;Begin|Egypt;Egyptian;Cairo;Mubarak|" \
        "Iraq;Iraqi;Baghdad;Hussein|Kuwait;Kuwaiti;Kuwait City;Sabah|Colombia;Colombian;Bogotá;Santos|Bosnia;Bosnian;Sarajevo;Izetbegovic|" \
        "Turkey;Turkish;Ankara;Erdogan|Germany;German;Berlin;Scholz|France;French;Paris;Macron|Britain;British;London;Blair|" \
        "Iran;Iranian;Tehran;Rouhani|Poland;Polish;Warsaw;Duda|Finland;Finnish;Helsinki;Niinisto|Japan;Japanese;Tokyo;Abe|China;Chinese;Beijing;Xi", set, "|")
    for (len = 12; len > 1; len--)
        for (i = 1; i <= sets; i++) {
            split(set[i], one, ";")
            for (k = 1; k <= 4; k++) if (length(one[k]) == len) { name[++names] = one[k]; place[names] = i "." k }
        }
    outlets = split("The Morning Ledger|Northern Wire|Pacific Gazette|Meridian News|Baltic Evening Post|The Levant Monitor|Daily Courier|Harbour Times", outlet, "|")
    split("January February March April May June July August September October November December", month, " ")
}
FNR > 3 {
    gsub(/ +/, " ")
    k = split($0, part, /[.!?]["”]? /)
    for (i = 1; i < k; i++) if (length(part[i]) > 50) sentence[++total] = part[i] "."
}
END {
    for (a = 1; a <= n; a++) {
        shift = next_random(sets)
        y = 2015 + next_random(8); m = 1 + next_random(12); d = 1 + next_random(28)
        text = ""
        for (i = 0; i < sentences; i++) {
            s = sentence[1 + next_random(total)]
            if (i % 3 == 0) sub(/\.$/, sprintf(" on %s %d, %d.", month[m], 1 + next_random(d), y), s)
            text = text swap(s) (i % 4 == 3 ? "\\n\\n" : " ")
        }
        title = swap(sentence[1 + next_random(total)])
        printf "{\"id\":\"vary-%d\",\"date\":\"%04d-%02d-%02d\",\"outlet\":\"%s\",\"title\":\"%s\",\"text\":\"%s\"}\n", a, y, m, d, outlet[1 + next_random(outlets)], escaped(substr(title, 1, 90)), escaped(text)
    }
}
