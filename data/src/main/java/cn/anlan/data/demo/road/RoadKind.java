package cn.anlan.data.demo.road;

/**
 * What a route is built as.
 *
 * @param designGrade the steepest grade of a route laid out with care
 * @param steepGrade the steepest grade of its class, JTG B01-2014 [verify]
 */
record RoadKind(
    String roadClass,
    String adminClass,
    int lanes,
    double widthM,
    int designSpeedKmh,
    double designGrade,
    double steepGrade,
    double adt) {
  static final RoadKind NATIONAL_EXPRESSWAY =
      new RoadKind("expressway", "national", 4, 26, 100, 0.024, 0.045, 24_000);
  static final RoadKind PROVINCIAL_EXPRESSWAY =
      new RoadKind("expressway", "provincial", 4, 24.5, 100, 0.024, 0.045, 15_000);
  static final RoadKind NATIONAL_FIRST =
      new RoadKind("class_1", "national", 4, 23, 80, 0.024, 0.05, 14_000);
  static final RoadKind NATIONAL =
      new RoadKind("class_2", "national", 2, 12, 60, 0.048, 0.07, 8_500);
  static final RoadKind PROVINCIAL =
      new RoadKind("class_2", "provincial", 2, 10, 60, 0.048, 0.07, 4_800);
  static final RoadKind PROVINCIAL_THIRD =
      new RoadKind("class_3", "provincial", 2, 8.5, 40, 0.048, 0.08, 3_000);
  static final RoadKind COUNTY = new RoadKind("class_3", "county", 2, 7.5, 30, 0.048, 0.08, 1_400);
  static final RoadKind TOWNSHIP =
      new RoadKind("class_4", "township", 2, 6.5, 20, 0.048, 0.09, 500);
  static final RoadKind RAILWAY = new RoadKind("railway", "national", 2, 12, 120, 0.012, 0.012, 60);
  static final RoadKind HIGH_SPEED_RAILWAY =
      new RoadKind("high_speed_railway", "national", 2, 13, 300, 0.02, 0.02, 120);
}
