# judge.awk: records (JSON Lines, first file) against expectations (expect.txt, second file); TAP out. POSIX awk.
#
# Every record is flattened into paths: rec[i, "actors.0.code"] = "RUS". The JSON reader is a plain recursive descent over one line.

function skip_space() { while (substr(src, at, 1) ~ /[ \t\r\n]/ && at <= len) at++ }

function read_string(   out, c, e, from) {
    out = ""; at++
    while (at <= len) {
        from = at
        while (at <= len && (c = substr(src, at, 1)) != "\"" && c != "\\") at++
        out = out substr(src, from, at - from)
        if (c == "\"") { at++; return out }
        e = substr(src, at + 1, 1)
        if (e == "n") out = out "\n"
        else if (e == "t") out = out "\t"
        else if (e == "u") { out = out "\\u" substr(src, at + 2, 4); at += 4 }
        else out = out e
        at += 2
    }
    return out
}

function read_value(i, path,   c, key, k, from) {
    skip_space()
    c = substr(src, at, 1)
    if (c == "\"") { rec[i, path] = read_string(); return }
    if (c == "{" || c == "[") {
        at++; k = 0
        for (;;) {
            skip_space()
            if (at > len) return
            if (substr(src, at, 1) == "}" || substr(src, at, 1) == "]") { at++; break }
            if (substr(src, at, 1) == ",") { at++; continue }
            if (c == "{") { key = read_string(); skip_space(); at++ } else key = k
            read_value(i, path == "" ? key : path "." key)
            k++
        }
        rec[i, path == "" ? "#" : path ".#"] = k
        return
    }
    from = at
    while (at <= len && substr(src, at, 1) !~ /[],}]/) at++
    rec[i, path] = substr(src, from, at - from)
    if (rec[i, path] == "null") rec[i, path] = ""
}

function known(v) { return v != "" && v != "null" }

# One actor of a list as "UKR/MIL", with what is known of it.
function actor_text(i, path,   s) {
    s = rec[i, path ".code"]
    if (known(rec[i, path ".sector"])) s = s "/" rec[i, path ".sector"]
    return s == "" ? "?" : s
}

function side_text(i, side,   k, s) {
    s = ""
    for (k = 0; k < rec[i, side ".#"] + 0; k++) s = s (k ? "," : "") actor_text(i, side "." k)
    return s == "" ? "-" : s
}

function fits(want, i, path,   p) {
    split(want, p, "/")
    if (p[1] != "" && rec[i, path ".code"] != p[1]) return 0
    return p[2] == "" || rec[i, path ".sector"] == p[2]
}

# Does a side hold each wanted actor? "*": whatever; "" or "-": nobody who is known by a code.
function side_fits(want, i, side,   w, n, j, k, hit) {
    if (want == "*") return 1
    if (want == "" || want == "-") {
        for (k = 0; k < rec[i, side ".#"] + 0; k++) if (known(rec[i, side "." k ".code"])) return 0
        return 1
    }
    n = split(want, w, ",")
    for (j = 1; j <= n; j++) {
        hit = 0
        for (k = 0; k < rec[i, side ".#"] + 0; k++) if (fits(w[j], i, side "." k)) hit = 1
        if (!hit) return 0
    }
    return 1
}

function has_name(i, side, name,   k) {
    for (k = 0; k < rec[i, side ".#"] + 0; k++) if (rec[i, side "." k ".name"] == name) return 1
    return 0
}

function is_event(i, type) { return rec[i, "type"] == "event" && (type == "*" || rec[i, "event_type"] == type) }

function rest(line, from,   p, s, k, m) {
    m = split(line, p, " "); s = ""
    for (k = from; k <= m; k++) s = s (s == "" ? "" : " ") p[k]
    return s
}

# "said NAME: WORDS"; NAME "-": nobody who is known by name
function speaker_of(i,   s) { s = rec[i, "speaker.name"]; return s == "" || s == "null" ? "-" : s }
function speaker_wanted(line) { return substr(line, 6, index(line, ":") - 6) }
function words_wanted(line) { return substr(line, index(line, ":") + 2) }

# Is one expectation met by one record?
function meets(i, w,   sides) {
    if (w[1] == "event") {
        split(w[3], sides, ">")
        return is_event(i, w[2]) && side_fits(sides[1], i, "actors") && side_fits(sides[2], i, "recipients") &&
               (w[4] == "" || w[4] == "*" || rec[i, "status"] == w[4])
    }
    if (w[1] == "date") return is_event(i, w[2]) && rec[i, "date.value"] == w[3]
    if (w[1] == "mode") return is_event(i, w[2]) && rec[i, "mode"] == w[3]
    if (w[1] == "place") return is_event(i, w[2]) && rec[i, "place.country"] == w[3]
    if (w[1] == "source") return is_event(i, w[2]) && side_fits(w[3], i, "said_by")
    if (w[1] == "name") return is_event(i, w[2]) && (has_name(i, "actors", rest(line, 3)) || has_name(i, "recipients", rest(line, 3)))
    if (w[1] == "statement") return rec[i, "type"] == "statement" && rec[i, "speaker.name"] == rest(line, 2)
    if (w[1] == "said") return rec[i, "type"] == "statement" && speaker_of(i) == speaker_wanted(line) && index(rec[i, "content.text"], words_wanted(line))
    if (w[1] == "published") return rec[i, "type"] == "document" && rec[i, "published"] == w[2]
    if (w[1] == "figure")
        return rec[i, "type"] == "figure" && (w[2] == "-" || rec[i, "low"] == w[2]) && (w[3] == "-" || rec[i, "high"] == w[3]) &&
               (w[4] == "" || rec[i, "unit"] == w[4])
    if (w[1] == "no" && w[2] == "statement:") return rec[i, "type"] == "statement" && index(rec[i, "content.text"], words_wanted(line))
    if (w[1] == "no") return is_event(i, w[2]) && (w[3] == "" || rec[i, "status"] == w[3])
    print "# " FILENAME ": no such expectation: " line
    return 0
}

function show_records(   i) {
    for (i = 1; i <= records; i++) {
        if (rec[i, "type"] == "event") {
            print name ": event " rec[i, "event_type"] " " side_text(i, "actors") ">" side_text(i, "recipients") " " rec[i, "status"] \
                "   [" rec[i, "mode"] "; " rec[i, "trigger.text"] "; date " rec[i, "date.value"] "; place " rec[i, "place.country"] "; source " side_text(i, "said_by") "]"
        } else if (rec[i, "type"] == "statement") print name ": statement " rec[i, "speaker.name"] "   [" rec[i, "cue.text"] ": " rec[i, "content.text"] "]"
        else if (rec[i, "type"] == "figure") print name ": figure " rec[i, "low"] " " rec[i, "high"] " " rec[i, "unit"]
        else if (rec[i, "type"] == "document") print name ": published " rec[i, "published"]
    }
}

FILENAME == ARGV[1] { src = $0; at = 1; len = length(src); read_value(++records, ""); next }
/^#/ || /^[ \t]*$/ { next }
{
    line = $0
    # "todo " before an expectation: a fault that is known. It is told, and is no test until it is mended and the word is taken away.
    todo = sub(/^todo /, "", line)
    split("", w); split(line, w, " ")
    met = 0
    for (i = 1; i <= records; i++) if (meets(i, w)) met = 1
    if (w[1] == "no") met = !met
    if (rc != 0) met = 0
    if (show) next
    if (todo) { print "# known fault" (met ? ", now mended" : "") ": " name ": " line; next }
    print (met ? "ok " : "not ok ") (++n) " - " name ": " line
    if (!met) missed = 1
}
END { if (show) show_records(); else if (missed) show_commented() }

function show_commented(   i) {
    for (i = 1; i <= records; i++)
        if (rec[i, "type"] == "event")
            print "#   found: event " rec[i, "event_type"] " " side_text(i, "actors") ">" side_text(i, "recipients") " " rec[i, "status"] " date " rec[i, "date.value"]
}
