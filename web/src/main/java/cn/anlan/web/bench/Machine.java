package cn.anlan.web.bench;

/** What a bench ran on. The load average is that of the minute before: other work makes it slow. */
record Machine(int cores, long ramMb, String java, String postgres, double loadAverage) {
  String text() {
    return cores + " cores, " + ramMb + " MB, Java " + java + ", PostgreSQL " + postgres;
  }
}
