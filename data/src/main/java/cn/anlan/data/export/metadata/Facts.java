package cn.anlan.data.export.metadata;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is true of the rows written, counted while they pass: whence they come, how accurate they
 * are, how many are invented.
 */
public final class Facts {
  /** Of more sources than these only the count is kept. */
  static final int MOST_SOURCES = 20;

  private final Map<String, long[]> sources = new TreeMap<>();
  private long rows;
  private long demoRows;
  private long withoutSource;
  private long ofOtherSources;
  private long withoutSigma;
  private double leastSigmaM = Double.POSITIVE_INFINITY;
  private double greatestSigmaM = Double.NEGATIVE_INFINITY;

  /**
   * @param sigmaM NaN where there is none
   * @param source null where there is none
   */
  public void add(double sigmaM, String source, boolean demo) {
    rows++;
    if (demo) {
      demoRows++;
    }
    if (Double.isNaN(sigmaM)) {
      withoutSigma++;
    } else {
      leastSigmaM = Math.min(leastSigmaM, sigmaM);
      greatestSigmaM = Math.max(greatestSigmaM, sigmaM);
    }
    if (source == null) {
      withoutSource++;
    } else if (sources.containsKey(source) || sources.size() < MOST_SOURCES) {
      sources.computeIfAbsent(source, s -> new long[1])[0]++;
    } else {
      ofOtherSources++;
    }
  }

  /** Rows counted. */
  public long rows() {
    return rows;
  }

  /** Invented ones among them. */
  public long demoRows() {
    return demoRows;
  }

  /** Sources and how many rows have each, by name; at most {@link #MOST_SOURCES}. */
  Map<String, long[]> sources() {
    return Collections.unmodifiableMap(sources);
  }

  /** Rows of a source beyond the first {@link #MOST_SOURCES}. */
  long ofOtherSources() {
    return ofOtherSources;
  }

  long withoutSource() {
    return withoutSource;
  }

  long withoutSigma() {
    return withoutSigma;
  }

  /** Smallest standard deviation in metres; infinite where no row has one. */
  double leastSigmaM() {
    return leastSigmaM;
  }

  double greatestSigmaM() {
    return greatestSigmaM;
  }
}
