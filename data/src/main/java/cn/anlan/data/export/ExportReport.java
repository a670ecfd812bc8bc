package cn.anlan.data.export;

import java.util.List;

/**
 * What an export wrote. The names of the components are the names in JSON, and stable.
 *
 * @param demo whether invented rows are among them
 * @param warnings what the format could not hold
 */
public record ExportReport(
    String layer,
    String file,
    String format,
    String crs,
    String encoding,
    long rows,
    long dataVersion,
    boolean demo,
    List<String> warnings) {}
