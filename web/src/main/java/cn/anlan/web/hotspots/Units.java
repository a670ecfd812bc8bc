package cn.anlan.web.hotspots;

import cn.anlan.analytics.hotspot.SpatialWeights;
import cn.anlan.geo.text.Text;
import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** What events are counted in: cells of a grid, or counties. Numbered from 0. */
interface Units {
  int size();

  /** What a unit is called in every answer, for good. */
  String code(int unit);

  /** A county's name; null for a cell. */
  String name(int unit);

  /** CGCS2000 degrees. */
  Geometry outline(int unit);

  /** What was counted in each unit; for counties by population, the standardised rate. */
  double[] values();

  /** What was counted, as it came. */
  double count(int unit);

  /** Events per 100,000 residents; NaN where that was not asked for. */
  double rate(int unit);

  /** Binary weights of the neighbours. */
  SpatialWeights weights();

  /** Events that were counted in no unit. */
  int unplaced();

  /** What the units are, for people: "100 个县", "7,841 格（六边形，宽 5 km）". */
  Text words();

  /** What else must be said of the units, such as counties left out; may be empty. */
  List<Text> notes();
}
