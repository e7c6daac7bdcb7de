# bash completion for duizhao-cli
#
# The commands and their options are asked of the program itself, so that what is added there is known here.

_duizhao_cli ()
{
  local program=$1 word=$2 before=$3 commands=()

  COMPREPLY=()
  mapfile -t commands < <(LC_ALL=C "$program" --help 2>/dev/null | awk '$1 ~ /duizhao-cli$/ { print $2 }')
  if [ "$COMP_CWORD" -eq 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W "${commands[*]} --help --version" -- "$word")
    return
  fi
  case $before in
    --table)
      mapfile -t COMPREPLY < <(compgen -W "$(LC_ALL=C "$program" --help 2>/dev/null |
        sed -n 's/.*--table \([a-z|-]*\).*/\1/p' | tr '|' ' ')" -- "$word")
      return ;;
    --format)
      mapfile -t COMPREPLY < <(compgen -W "csv jsonl xlsx text" -- "$word")
      return ;;
    --template)
      mapfile -t COMPREPLY < <(compgen -W "circular annex sheets ledger scores score-forms 通报 数据附件 一镇一页 整改台账 评分结果 空白评分表" -- "$word")
      return ;;
    --look)
      mapfile -t COMPREPLY < <(compgen -W "light dark grey colour" -- "$word")
      return ;;
    --as)
      mapfile -t COMPREPLY < <(compgen -W "$("$program" chart --list-kinds 2>/dev/null | cut -f 1)" -- "$word")
      return ;;
    --chart)
      mapfile -t COMPREPLY < <(compgen -W "$("$program" chart --list 2>/dev/null | cut -f 1)" -- "$word")
      return ;;
  esac
  case $word in
    -*)
      mapfile -t COMPREPLY < <(compgen -W "$(LC_ALL=C "$program" "${COMP_WORDS[1]}" --help 2>/dev/null |
        grep -oE -- '--[a-z][a-z-]*')" -- "$word") ;;
    *)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -f -- "$word") ;;
  esac
}

complete -F _duizhao_cli duizhao-cli
