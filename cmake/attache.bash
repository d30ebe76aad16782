# Bash completion of attache: commands, then options as --help lists them, then files.
_attache() {
    local word=${COMP_WORDS[COMP_CWORD]}
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "$(attache --help | sed -n '/^commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')" -- "$word"))
    elif [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$(attache "${COMP_WORDS[1]}" --help 2>/dev/null | sed -n 's/^  \(--[a-z]*\).*/\1/p')" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}
complete -o filenames -F _attache attache
