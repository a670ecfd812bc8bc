package cn.anlan.web.hotspots;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.text.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How hot spots are looked for. */
public enum Method {
  KDE(new Text("核密度", "Kernel density")),
  GI(new Text("Getis-Ord Gi* 热点", "Getis-Ord Gi*")),
  MORAN(new Text("全局莫兰指数", "Global Moran's I")),
  LOCAL_MORAN(new Text("局部莫兰指数", "Local Moran's I"));

  private final Text title;

  Method(Text title) {
    this.title = title;
  }

  /**
   * @throws UserFault where the word means none
   */
  public static Method get(String word) {
    return Arrays.stream(values())
        .filter(method -> method.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "method=" + word + " 不支持 (not supported)",
                    "取 (take) "
                        + Arrays.stream(values())
                            .map(Method::word)
                            .collect(Collectors.joining(", "))));
  }

  /** How requests and answers call it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** For people. */
  public Text title() {
    return title;
  }
}
