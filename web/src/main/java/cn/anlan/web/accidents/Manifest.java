package cn.anlan.web.accidents;

import cn.anlan.analytics.accident.Window;
import cn.anlan.geo.text.Text;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What a result was computed from.
 *
 * @param asOf last day that counts, and on which deaths are known
 * @param dataCutOff the last day on which an accident is known
 * @param dataVersion what the database knew
 * @param deathsUnderRevision accidents of the window whose deaths may still change
 * @param missingMonths months without any report
 * @param isDemo whether invented rows went into it
 */
public record Manifest(
    String analysis,
    LocalDate asOf,
    Window window,
    String adminLevel,
    String sector,
    boolean productionOnly,
    LocalDate dataCutOff,
    long dataVersion,
    long deathsUnderRevision,
    List<YearMonth> missingMonths,
    boolean isDemo,
    List<Text> notes) {}
