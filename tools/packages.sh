# packages.sh: which Debian packages are missing, and how to get them. Read by ./quickstart and ./check (". tools/packages.sh").

packages_build="gcc libc6-dev cmake pkg-config libsqlite3-dev libxml2-dev libjson-c-dev libuchardet-dev libutf8proc-dev libmicrohttpd-dev"
packages_check="libcmocka-dev clang libclang-rt-14-dev clang-tidy cppcheck binutils curl sqlite3"
packages_page="nodejs npm chromium"

say() { printf '%s\n' "$*"; }
die() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 1; }

# Packages of the arguments that are not there. A tool that is there by other means (a compiler of one's own) counts as there.
packages_missing() {
    for p in "$@"; do
        case $p in
            gcc|cmake|clang|cppcheck|git|curl|sqlite3|npm|chromium) command -v "$p" > /dev/null 2>&1 && continue ;;
            nodejs) command -v node > /dev/null 2>&1 && continue ;;
            pkg-config) command -v pkg-config > /dev/null 2>&1 && continue ;;
            clang-tidy) { command -v clang-tidy || command -v clang-tidy-14; } > /dev/null 2>&1 && continue ;;
            binutils) command -v objdump > /dev/null 2>&1 && continue ;;
            ninja-build) command -v ninja > /dev/null 2>&1 && continue ;;
        esac
        if command -v dpkg-query > /dev/null 2>&1; then
            case $(dpkg-query -W -f='${Status}' "$p" 2> /dev/null) in *"ok installed") continue ;; esac
        fi
        printf '%s ' "$p"
    done
}

# Installs the arguments, and nothing if there are none. $1: log file.
packages_install() {
    log=$1
    shift
    [ $# -gt 0 ] || return 0
    say "Missing packages: $*"
    command -v apt-get > /dev/null 2>&1 ||
        die "this system has no apt-get. Install what corresponds to: $*"
    as_root=
    if [ "$(id -u)" != 0 ]; then
        command -v sudo > /dev/null 2>&1 || die "run me as root, or install sudo, so that I can install: $*"
        as_root="sudo"
    fi
    say "Installing them with apt-get (log: $log)"
    # shellcheck disable=SC2086 # as_root may be empty
    install() { DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -q --no-install-recommends "$@" >> "$log" 2>&1; }
    : > "$log"
    known=yes
    for p in "$@"; do
        apt-cache show "$p" > /dev/null 2>&1 || known=
    done
    if [ -n "$known" ] && install "$@"; then return 0; fi
    say "The package lists are old or missing: apt-get update"
    # shellcheck disable=SC2086
    $as_root apt-get update -q >> "$log" 2>&1 || { tail -5 "$log" >&2; die "apt-get update failed (see $log): is there a network?"; }
    install "$@" || { tail -5 "$log" >&2; die "the packages could not be installed (see $log). By hand: apt-get install $*"; }
}

# Runs a build in the background and shows how far it is. $1: folder, $2: log, rest: the command.
build_quietly() {
    what=$1 log=$2
    shift 2
    begin=$(date +%s)
    "$@" > "$log" 2>&1 &
    pid=$!
    if [ -t 1 ]; then
        while kill -0 "$pid" 2> /dev/null; do
            far=$(tail -c 400 "$log" 2> /dev/null | tr '\r' '\n' | sed -n 's/^\(\[[^]]*\]\).*/\1/p' | tail -1)
            printf '\r%s %s ' "$what" "$far"
            sleep 1
        done
        printf '\r'
    fi
    status=0
    wait "$pid" || status=$?
    if [ "$status" -eq 0 ]; then
        say "$what: done in $(($(date +%s) - begin)) s      "
    else
        say "$what: FAILED      "
        grep -nE 'error|Error|FAILED|warning' "$log" | head -20 >&2
        say "The whole log: $log" >&2
    fi
    return "$status"
}

# The generator for a fresh build folder: Ninja when it is there.
generator() {
    if command -v ninja > /dev/null 2>&1; then echo Ninja; else echo "Unix Makefiles"; fi
}
