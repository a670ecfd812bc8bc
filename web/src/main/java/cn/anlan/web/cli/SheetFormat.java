package cn.anlan.web.cli;

/** How a sheet is printed. */
enum SheetFormat {
  TABLE,
  JSON,
  /** A page in a file of its own. */
  HTML
}
