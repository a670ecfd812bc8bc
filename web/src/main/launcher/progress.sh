# Long work with its output in a log file, and a line that tells how far it is.

# open_log NAME: sets `log` to a file in var/log that can be written.
open_log() {
  log=$ANLAN_VAR/log/$1
  { mkdir -p "$ANLAN_VAR/log" && : >>"$log"; } 2>/dev/null ||
    fault 73 "无法写入 cannot write $log. 请用有写权限的用户运行,或用 ANLAN_VAR 指定别处 run as a user who may, or point ANLAN_VAR elsewhere"
}

# follow LABEL SUMMARY COMMAND…: runs COMMAND with its output in $log; every second (every ten where nobody watches a
# terminal) shows LABEL, the seconds so far and what the function SUMMARY makes of the log. Returns COMMAND's exit code.
# Ctrl-C reaches COMMAND and all it started.
follow() {
  local label=$1 summary=$2 start=$SECONDS shown=0 every=10 code=0 child stopped=
  shift 2
  [ -t 2 ] && every=1
  printf '\n== %s: %s\n' "$(date '+%F %T')" "$label" >>"$log"
  set -m # a process group of its own, so that all of it can be stopped
  "$@" >>"$log" 2>&1 </dev/null &
  child=$!
  set +m
  trap 'stopped=1; kill -INT -- "-$child" 2>/dev/null' INT TERM HUP
  say "$label … ($log)"
  while kill -0 "$child" 2>/dev/null; do
    sleep 0.2 || true # Ctrl-C ends it early
    if [ $((SECONDS - start)) -ge $((shown + every)) ]; then
      shown=$((SECONDS - start))
      if [ -t 2 ]; then
        printf '\r\033[K  %d s: %.*s' "$shown" $((${COLUMNS:-80} - 12)) "$("$summary")" >&2
      else
        say "  $shown s: $("$summary")"
      fi
    fi
  done
  wait "$child" || code=$?
  trap - INT TERM HUP
  [ ! -t 2 ] || printf '\r\033[K' >&2
  [ -z "$stopped" ] || fault 130 "已中断 stopped: $label"
  [ "$code" -ne 0 ] || say "  完成 done: $((SECONDS - start)) s"
  return "$code"
}
