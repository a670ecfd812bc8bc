package cn.anlan.data.source;

/** A drawing of a closed boundary line and a text, in two layers with Chinese names. */
final class TestDrawing {
  private TestDrawing() {}

  static String of(String version, String codePage) {
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
      "388000",
      "20",
      "3174000",
      "10",
      "388100",
      "20",
      "3174000",
      "10",
      "388100",
      "20",
      "3174100",
      "0",
      "TEXT",
      "8",
      "注记",
      "10",
      "388050",
      "20",
      "3174050",
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
