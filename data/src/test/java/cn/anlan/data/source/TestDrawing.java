package cn.anlan.data.source;

/** A drawing of a closed boundary line and a text, in two layers with Chinese names. */
public final class TestDrawing {
  private TestDrawing() {}

  /** At 388 km east and 3,174 km north. */
  public static String of(String version, String codePage) {
    return of(version, codePage, 388_000, 3_174_000);
  }

  /** A triangle of 100 m with its right angle in the south-east. */
  public static String of(String version, String codePage, int east, int north) {
    String[] groups = {
      "0",
      "SECTION",
      "2",
      "HEADER",
      "9",
      "$ACADVER",
      "1",
      version,
      "9",
      "$DWGCODEPAGE",
      "3",
      codePage,
      "0",
      "ENDSEC",
      "0",
      "SECTION",
      "2",
      "ENTITIES",
      "0",
      "LWPOLYLINE",
      "8",
      "界址线",
      "90",
      "3",
      "70",
      "1",
      "10",
      "" + east,
      "20",
      "" + north,
      "10",
      "" + (east + 100),
      "20",
      "" + north,
      "10",
      "" + (east + 100),
      "20",
      "" + (north + 100),
      "0",
      "TEXT",
      "8",
      "注记",
      "10",
      "" + (east + 50),
      "20",
      "" + (north + 50),
      "40",
      "2.5",
      "1",
      "一号罐区",
      "0",
      "ENDSEC",
      "0",
      "EOF"
    };
    return String.join("\r\n", groups) + "\r\n";
  }
}
