# Builds everything from scratch in the sense of Maven, checks the format and runs every test.

part build

test_usage() {
  cat <<'END'
用法 usage: ./anlan test [MAVEN OPTIONS]

安装测试所需的软件包(含 Chromium),检查代码格式,构建并运行全部测试;退出码为 Maven 的退出码。
Installs what the tests need (Chromium too), checks the format, builds and runs every test; exits as Maven does.

  ./anlan test -pl geo                                  只测一个模块 one module
  ./anlan test -pl geo -am -Dtest='Rule*' -Dsurefire.failIfNoSpecifiedTests=false
END
}

run_tests() {
  case ${1-} in -h | --help) test_usage; exit ;; esac
  local sources code=0
  need_jdk_and_maven
  need_packages tests
  open_log test.log
  lock_sources
  sources=$(fingerprint)
  # A test that calls ./anlan gets the jar that is being tested, and does not wait for the lock that we hold.
  ANLAN_BUILD=no ANLAN_INSTALL=no maven -ntp verify "$@" || code=$?
  if [ "$code" -eq 0 ] && [ $# -eq 0 ]; then install_jar "$sources" || true; fi
  exit "$code"
}
