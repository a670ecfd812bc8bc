package cn.anlan.geo.datum;

import cn.anlan.geo.fault.UserFault;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What people call the coordinate systems, and why some names are refused. */
final class SystemNames {
  private static final Pattern EPSG_CODE =
      Pattern.compile(
          "(?:EPSG|URN:OGC:DEF:CRS:EPSG|HTTPS?://WWW\\.OPENGIS\\.NET/DEF/CRS/EPSG)"
              + "[:/](?:[0-9.]*[:/])?(\\d{4,6})");

  private static final Map<String, CoordinateSystem> BY_NAME = names();
  private static final Map<Integer, String> REFUSED_CODES = refusedCodes();

  private SystemNames() {}

  /**
   * The old datum's EPSG code that the words mean, with zone and prefix; 0 where they mean none.
   */
  static int findOld(String words) {
    String text = words.strip().toUpperCase(Locale.ROOT);
    int code = findCode(text);
    for (OldDatum datum : OldDatum.values()) {
      boolean named = code == 0 && datum.title().equals(refusedDatum(key(text)));
      if (named || datum.findShape(code).isPresent()) {
        return named ? datum.geographicEpsg() : code;
      }
    }
    return 0;
  }

  static CoordinateSystem parse(String words) {
    if (words == null || words.isBlank()) {
      throw new UserFault("没有给出坐标系 (no coordinate system given)", "用 --crs 指明; 可用: " + accepted());
    }
    String text = words.strip().toUpperCase(Locale.ROOT);
    int code = findCode(text);
    if (code > 0) {
      return fromCode(words.strip(), code);
    }
    String key = key(text);
    CoordinateSystem known = BY_NAME.get(key);
    if (known != null) {
      return known;
    }
    String refused = refusedDatum(key);
    throw refused == null ? unknown(words.strip()) : refusal(words.strip(), refused);
  }

  private static CoordinateSystem fromCode(String words, int code) {
    for (CoordinateSystem system : CoordinateSystem.values()) {
      if (system.srid() == code) {
        return system;
      }
    }
    String refused = REFUSED_CODES.get(code);
    if (refused != null) {
      throw refusal(words, refused);
    }
    if (code == 4546 || code == 4549 || code == 4525 || code == 4528) {
      throw new UserFault(
          "“" + words + "”的投影带不在江西 (its zone is not Jiangxi's)",
          "江西用中央经线114°E(EPSG:4547/4526)或117°E(EPSG:4548/4527)");
    }
    throw unknown(words);
  }

  private static int findCode(String text) {
    if (text.matches("\\d{4,6}")) {
      return Integer.parseInt(text);
    }
    Matcher matcher = EPSG_CODE.matcher(text.replace(" ", ""));
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private static UserFault unknown(String words) {
    return new UserFault(
        "不认识的坐标系“" + words + "” (unknown coordinate system)", "可用 (accepted): " + accepted());
  }

  static UserFault refusal(String words, String datum) {
    return new UserFault(
        "坐标系“"
            + words
            + "”属"
            + datum
            + ",不能转换到 CGCS2000 (refused): 转换参数属国家秘密,本软件不带任何参数,"
            + "而不加参数的“零平移”会错几十米",
        "请由有资质的测绘单位先转换到 CGCS2000 (EPSG:4490, 4547, 4548 …) 再导入;"
            + "本单位依法持有转换参数的,写入 var/conf/datums (see docs/datums.md)");
  }

  static String accepted() {
    return Arrays.stream(CoordinateSystem.values())
        .map(CoordinateSystem::code)
        .collect(Collectors.joining(", "));
  }

  private static String key(String upper) {
    return upper.replaceAll("[\\s_\\-]+", "");
  }

  private static Map<String, CoordinateSystem> names() {
    Map<String, CoordinateSystem> names = new HashMap<>();
    put(names, CoordinateSystem.CGCS2000, "CGCS2000", "国家2000", "2000国家大地坐标系", "国家大地2000");
    put(names, CoordinateSystem.WGS84, "WGS84", "CRS84", "OGC:CRS84", "GPS");
    put(names, CoordinateSystem.WGS84, "URN:OGC:DEF:CRS:OGC:1.3:CRS84");
    put(names, CoordinateSystem.WGS84, "URN:OGC:DEF:CRS:OGC::CRS84");
    put(names, CoordinateSystem.WGS84, "HTTP://WWW.OPENGIS.NET/DEF/CRS/OGC/1.3/CRS84");
    put(names, CoordinateSystem.WEB_MERCATOR, "WEBMERCATOR", "PSEUDOMERCATOR", "网络墨卡托");
    put(names, CoordinateSystem.GCJ02, "GCJ02", "GCJ", "火星", "火星坐标", "火星坐标系", "国测局坐标");
    put(names, CoordinateSystem.GCJ02, "高德", "高德坐标", "腾讯", "AMAP");
    put(names, CoordinateSystem.BD09, "BD09", "BD09LL", "百度", "百度坐标", "百度坐标系", "BAIDU");
    return Map.copyOf(names);
  }

  private static void put(
      Map<String, CoordinateSystem> names, CoordinateSystem system, String... words) {
    for (String word : words) {
      names.put(word, system);
    }
  }

  private static String refusedDatum(String key) {
    if (key.contains("北京") || key.contains("BEIJING") || key.matches("BJ(19)?54.*|54坐标系")) {
      return OldDatum.BEIJING_1954.title();
    }
    if (key.contains("西安") || key.matches(".*XI'?AN.*|80坐标系")) {
      return OldDatum.XIAN_1980.title();
    }
    return null;
  }

  /**
   * Geographic, 3° and 6° Gauss-Krüger codes, with and without zone prefix, and geocentric forms.
   */
  private static Map<Integer, String> refusedCodes() {
    Map<Integer, String> codes = new HashMap<>();
    int[] beijing1954 = {
      4214, 2413, 2414, 2415, 2416, 2434, 2435, 2436, 2437, 21418, 21419, 21420, 21458, 21459,
      21460, 21478, 21479, 21480
    };
    for (int code : beijing1954) {
      codes.put(code, OldDatum.BEIJING_1954.title());
    }
    codes.put(4555, "新1954北京坐标系 (New Beijing)");
    int[] xian1980 = {
      4610, 2332, 2333, 2334, 2343, 2344, 2345, 2361, 2362, 2363, 2364, 2382, 2383, 2384, 2385
    };
    for (int code : xian1980) {
      codes.put(code, OldDatum.XIAN_1980.title());
    }
    return Map.copyOf(codes);
  }
}
