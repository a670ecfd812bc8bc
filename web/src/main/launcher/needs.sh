# What the program needs of the distribution, and what of it is not there. Looks at files only: asking dpkg would be
# slow, and would not see what was installed by other means.

# A PostgreSQL 15 or newer that has PostGIS.
has_postgis_server() {
  local bin version
  for bin in /usr/lib/postgresql/*/bin; do
    version=${bin#/usr/lib/postgresql/}
    version=${version%/bin}
    if [[ $version =~ ^[0-9]+$ ]] && [ "$version" -ge 15 ] && [ -x "$bin/initdb" ] &&
      [ -f "/usr/share/postgresql/$version/extension/postgis.control" ]; then
      return 0
    fi
  done
  return 1
}

has_cjk_font() {
  local file
  for file in /usr/share/fonts/opentype/noto/NotoSansCJK* /usr/share/fonts/truetype/{wqy,arphic,droid}/*; do
    [ -f "$file" ] && return 0
  done
  command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]
}

# Debian 12's own is Node 18; any that is not older serves, wherever it came from.
has_node() {
  local version
  version=$(node --version 2>/dev/null) && version=${version#v} && [ "${version%%.*}" -ge 18 ]
}

# missing_packages KIND…: Debian's names of what is missing for these kinds of need, in one line; nothing if nothing is.
# Kinds: runtime, build, tests (which is all of them, with a server whatever ANLAN_DB_URL says) and nothing.
missing_packages() {
  local packages=()
  case " $* " in
    *' runtime '* | *' tests '*)
      if [ "$1" = tests ] || [ -z "${ANLAN_DB_URL-}" ]; then
        has_postgis_server || packages+=(postgresql-15 postgresql-15-postgis-3)
      else
        command -v psql >/dev/null || packages+=(postgresql-client-15)
      fi
      command -v ogr2ogr >/dev/null || packages+=(gdal-bin)
      has_cjk_font || packages+=(fonts-noto-cjk)
      ;;
  esac
  case " $* " in
    *' build '* | *' tests '*)
      has_node || packages+=(nodejs)
      command -v npm >/dev/null || packages+=(npm)
      ;;
  esac
  [ "$1" != tests ] || [ -x /usr/bin/chromium ] || packages+=(chromium)
  echo "${packages[*]}"
}

# need_packages KIND…: all of it is there afterwards, or the launcher has said what is missing and ended.
need_packages() {
  local missing
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0
  part install
  install_packages "$missing"
}
