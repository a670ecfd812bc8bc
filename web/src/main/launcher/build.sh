# Builds the program from the sources beside it.

part progress

# The two things that are the user's to choose and that we do not install.
need_jdk_and_maven() {
  find_java javac
  command -v mvn >/dev/null ||
    fault 69 "缺少 missing: Maven. 请先执行 run: sudo apt-get install -y maven"
}

# Maven without what is none of its business: neither plugins nor tests may reach the office's database or data.
maven() {
  cd "$root" && env -u ANLAN_DB_URL -u ANLAN_DB_USER -u ANLAN_DB_PASSWORD -u ANLAN_VAR mvn -B -Dstyle.color=never "$@"
}

maven_summary() {
  awk '/^== /{n = 0; what = where = ""}
    /Downloaded from/ {n++}
    /\[INFO\] Building .*\[[0-9]+\/[0-9]+\]/ {where = $NF}
    /\[INFO\] --- / {split($3, goal, ":"); sub(/.*:/, "", $3); what = goal[1] " " $3 " @ " $(NF - 1)}
    END {print where, what (n ? ", " n " files downloaded" : "")}' "$log"
}

# One build at a time in one source tree; the lock goes when the last process that holds it does.
lock_sources() {
  exec 9<"$root/pom.xml"
  flock -n 9 && return
  say "另一处正在构建,等待 another build is running here, waiting …"
  flock 9
}

unlock_sources() {
  exec 9<&-
}

# install_jar SOURCES: unpacks the jar to where it is run from. Unpacked it starts faster, and a service that runs is
# not disturbed by a later build: its files are replaced whole, never written into. SOURCES is the fingerprint of what
# the jar was made from, taken before the build so that a change during the build is not missed.
install_jar() {
  local new=$root/web/target/run.new
  rm -rf "$new"
  "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$root/web/target/anlan.jar" extract --destination "$new" >>"$log" 2>&1 || return
  printf '%s\n' "$1" >"$new/sources"
  rm -rf "$built" && mv "$new" "$built"
}

build() {
  local sources code=0
  if [ ! -w "$root/web" ] || { [ -e "$root/web/target" ] && [ ! -w "$root/web/target" ]; }; then
    fault 73 "程序需要构建,但当前用户无权写入 the program must be built, but this user cannot write in $root. 请用其所有者运行一次 run once as its owner: $root/anlan doctor"
  fi
  lock_sources
  if ! is_built; then # another launcher may have done it meanwhile
    open_log build.log
    : >"$log"
    sources=$(fingerprint)
    rm -rf "$root"/*/target/classes # Maven would keep a resource there whose source is gone
    # Tests are neither run nor compiled, so that their tools (a browser driver of 200 MB) are not fetched.
    follow "构建程序 build the program (首次需数分钟 minutes at first)" maven_summary \
      maven -Dmaven.test.skip=true -Dspotless.check.skip=true package || code=$?
    [ "$code" -ne 0 ] || install_jar "$sources" || code=$?
    if [ "$code" -ne 0 ]; then
      tail -n 30 "$log" >&2
      fault 70 "构建失败 the build failed, full log: $log"
    fi
  fi
  unlock_sources
}
