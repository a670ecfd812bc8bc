package cn.anlan.web.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.geo.distance.Cgcs2000;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.geographiclib.GeodesicData;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Coordinate;

/** Markup that data cannot break, and maps whose scale is true. */
class HtmlTest {
  @Test
  void textsAndAttributesAreEscaped() {
    Html html = new Html();
    html.leaf("p", "<script>alert('x')</script> & \"", "title", "a\"b<c");
    assertThat(html)
        .hasToString(
            "<p title=\"a&quot;b&lt;c\">&lt;script&gt;alert('x')&lt;/script&gt; &amp; &quot;</p>");
  }

  @Test
  void whatIsLeftOpenIsNoDocument() {
    Html html = new Html().open("div");
    assertThatThrownBy(html::toString).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aPrintedPageLoadsNothingFromElsewhereAndRunsNothing() {
    Html body = new Html().leaf("p", "http://elsewhere");
    String page = new PrintPage(Language.EN, "T", "x?lang=zh", true, body).document();
    assertThat(page).contains("lang=\"en\"").contains("示例数据").doesNotContain("<script");
    assertThat(page).doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(page).doesNotContain("style=");
  }

  @Test
  void theMeasuredLineIsAsLongOnTheMapAsItsScaleBarSays() {
    Coordinate centre = new Coordinate(115.858, 28.683);
    GeodesicData to = Cgcs2000.GEODESIC.Direct(centre.y, centre.x, 57, 1_000);
    MapSketch map = new MapSketch(centre, 1_500, 400);
    map.measured(centre, new Coordinate(to.lon2, to.lat2), "1000 m");
    String svg = map.svg("t", "n").toString();
    Matcher line =
        Pattern.compile("x1=\"([\\d.]+)\" y1=\"([\\d.]+)\" x2=\"([\\d.]+)\" y2=\"([\\d.]+)\"")
            .matcher(svg);
    assertThat(line.find()).isTrue();
    double px =
        Math.hypot(
            Double.parseDouble(line.group(3)) - Double.parseDouble(line.group(1)),
            Double.parseDouble(line.group(4)) - Double.parseDouble(line.group(2)));
    Matcher bar =
        Pattern.compile("data-metres=\"([\\d.]+)\"><path d=\"M12.0 [\\d.]+V[\\d.]+H([\\d.]+)")
            .matcher(svg);
    assertThat(bar.find()).isTrue();
    double barM = Double.parseDouble(bar.group(1));
    double barPx = Double.parseDouble(bar.group(2)) - 12;
    assertThat(px / barPx * barM).isBetween(998.0, 1002.0);
  }
}
