package cn.anlan.geo.road;

import cn.anlan.geo.fault.Spelling;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which of the stored routes words mean: the one with just these letters and digits, else those
 * with the same number ({@link RouteName}): 县道X012, 012县道 and X12 mean a stored X012. Immutable.
 */
public final class RouteNames {
  private final TreeSet<String> stored;
  private final Map<String, List<String>> byWriting = new HashMap<>();
  private final Map<String, List<String>> byNumber = new HashMap<>();

  private RouteNames(Collection<String> numbers) {
    stored = new TreeSet<>(numbers);
    for (String no : stored) {
      byWriting.computeIfAbsent(canonical(no), any -> new ArrayList<>()).add(no);
      RouteName.number(no)
          .ifPresent(number -> byNumber.computeIfAbsent(number, any -> new ArrayList<>()).add(no));
    }
  }

  /**
   * @param numbers of the stored routes as they are written there
   */
  public static RouteNames of(Collection<String> numbers) {
    return new RouteNames(numbers);
  }

  /** As numbers are compared: capitals, without spaces. */
  public static String canonical(String routeNo) {
    return routeNo.replaceAll("\\s+", "").toUpperCase(Locale.ROOT);
  }

  /** All that the words may mean, in order; several where stored routes share a number. */
  public List<String> called(String words) {
    if (words == null) {
      return List.of();
    }
    if (stored.contains(words)) {
      return List.of(words);
    }
    List<String> written = byWriting.get(canonical(words));
    return written != null ? written : RouteName.number(words).map(byNumber::get).orElse(List.of());
  }

  /**
   * The one that the words mean.
   *
   * @throws UserFault where there is none, or several
   */
  public String get(String words) {
    List<String> called = called(words);
    if (called.size() > 1) {
      throw new UserFault(
          "路线 (route) %s 可指 (may mean) %s".formatted(words, String.join("、", called)),
          "照原样写其中一个编号 (write one of these numbers just so)");
    }
    if (called.isEmpty()) {
      throw new UserFault(
          "没有路线 (no such route) " + words,
          Spelling.hint(words == null ? "" : canonical(words), stored)
              + "路网中有 %d 条路线 (routes are stored)".formatted(stored.size()));
    }
    return called.get(0);
  }
}
