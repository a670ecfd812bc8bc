# Installs packages of Debian 12, with progress, leaving the rest of the system as it is.

part progress

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

apt() {
  as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 UCF_FORCE_CONFFOLD=1 LC_ALL=C.UTF-8 \
    apt-get -q -y -o DPkg::Lock::Timeout=300 -o Acquire::Retries=2 -o Dpkg::Options::=--force-confold "$@"
}

is_debian_12() {
  (
    # shellcheck source=/dev/null
    . /etc/os-release && [ "$ID $VERSION_ID" = "debian 12" ]
  ) 2>/dev/null
}

# Debian makes and starts a system-wide database when a server is first installed. Nobody asked for one, and ours is
# private: while we install, and only if that package is new here, a drop-in file says no. It is removed at once.
no_system_cluster() {
  local file=/etc/postgresql-common/createcluster.d/anlan.conf
  case $1 in
    begin) as_root sh -c "mkdir -p ${file%/*} && echo 'create_main_cluster = false' > $file" ;;
    end) as_root sh -c "rm -f $file; rmdir -p --ignore-fail-on-non-empty ${file%/*}" ;;
  esac
}

apt_summary() {
  awk '/^== /{t = g = u = s = 0; size = ""; last = ""}
    / newly installed,/ {t = $1 + $3} /^Need to get/ {size = ", " $4 " " $5}
    /^Get:/ {g++; last = "下载 get " $5} /^Unpacking/ {u++; last = "解包 unpack " $2} /^Setting up/ {s++; last = "设置 set up " $3}
    END {if (t) printf "%d %%, %d packages%s: ", 100 * (g + u + s) / (3 * t), t, size; print last}' "$log"
}

# install_packages "NAMES": all of them are there afterwards, or one line says why not and what to do, and that is the end.
install_packages() {
  local names=() why='' code=0 line
  read -r -a names <<<"$1"
  if ! is_debian_12; then
    fault 69 "缺少 missing: ${names[*]}. 只会在 Debian 12 上自动安装 installed automatically on Debian 12 only; 请自行安装 please install: PostgreSQL 15+ with PostGIS 3, GDAL 3.6+ (ogr2ogr), a Chinese font, Node.js 18+ with npm (to build), /usr/bin/chromium (for tests)"
  fi
  if [ "${ANLAN_INSTALL-}" = no ]; then
    why="ANLAN_INSTALL=no"
  elif [ "$(id -u)" != 0 ] && ! sudo -n true 2>/dev/null; then
    why="没有 root 权限 no root rights, and sudo -n is refused"
  else
    open_log install.log
    # The package lists are fetched only where they do not know the packages, or turn out to be stale.
    knows "${names[@]}" || update_lists
    if knows "${names[@]}"; then install_with_progress "${names[@]}" || code=$?; else code=100; fi
    if [ "$code" -ne 0 ]; then
      line=$(awk '/^== /{e = ""} /^(E|W|Err): /{if (e == "") e = $0} END{print e}' "$log")
      why="${line:-apt-get exit $code}, $log"
    fi
  fi
  [ -n "$why" ] || return 0
  if [ "${names[*]}" = fonts-noto-cjk ]; then # the one thing that the program can do without
    say "anlan: 缺少中文字体 no Chinese font ($why), pictures will lack characters. 请执行 run: sudo apt-get install -y fonts-noto-cjk"
  else
    fault 69 "缺少软件包 missing packages: ${names[*]} ($why). 请执行 run: sudo apt-get update && sudo apt-get install -y --no-install-recommends ${names[*]}"
  fi
}

knows() {
  apt-cache show --no-all-versions "$@" >/dev/null 2>&1
}

# A list that cannot be fetched, such as some other vendor's, matters only if it leaves us without our packages.
update_lists() {
  follow "更新软件包目录 update package lists" apt_summary apt update || true
}

install_with_progress() {
  local code=0 fresh_server=
  if [[ " $* " == *' postgresql-15 '* ]] && [ ! -d /etc/postgresql/15 ]; then
    fresh_server=1
    trap 'no_system_cluster end' EXIT
    no_system_cluster begin
  fi
  local label="安装软件包 install packages: $*"
  follow "$label" apt_summary apt install --no-install-recommends "$@" || code=$?
  if [ "$code" -ne 0 ] && awk '/^== /{n = 0} /404  Not Found|Unable to locate|Hash Sum mismatch/{n = 1} END{exit !n}' "$log"; then
    code=0
    update_lists
    follow "$label" apt_summary apt install --no-install-recommends "$@" || code=$?
  fi
  if [ -n "$fresh_server" ]; then
    no_system_cluster end
    trap - EXIT
  fi
  return "$code"
}
