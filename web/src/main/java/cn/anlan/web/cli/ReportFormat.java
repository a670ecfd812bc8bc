package cn.anlan.web.cli;

/** How a command prints its result: for people or for programs. */
enum ReportFormat {
  TABLE,
  JSON
}
