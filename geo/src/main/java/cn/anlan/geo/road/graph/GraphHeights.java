package cn.anlan.geo.road.graph;

import cn.anlan.geo.road.height.HeightGridElevation;
import cn.anlan.geo.road.height.Heights;
import cn.anlan.geo.text.Text;
import com.graphhopper.reader.dem.ElevationProvider;
import java.util.Optional;

/** Where the heights of a network come from, and by which method they get onto its lines. */
public final class GraphHeights {
  private final ElevationProvider provider;
  private final Heights ground; // null where the nodes have their own
  private final Text method;

  private GraphHeights(ElevationProvider provider, Heights ground, Text method) {
    this.provider = provider;
    this.ground = ground;
    this.method = method;
  }

  /** Those that the file's nodes carry themselves ({@code ele}). */
  public static GraphHeights ofNodes() {
    return new GraphHeights(
        new NodeHeights(),
        null,
        new Text("路线自带高程（Z），未平滑", "heights of the lines themselves (z), not smoothed"));
  }

  /**
   * Those of an elevation model; lines are sampled every 60 m, bridges and tunnels go straight from
   * end to end, and all is smoothed over 150 m.
   *
   * @param source of the model, for people
   */
  public static GraphHeights of(Heights model, Text source) {
    return new GraphHeights(
        new HeightGridElevation(model),
        model,
        new Text(
            source.zh() + "；每 60 m 取样，150 m 移动平均，桥隧两端直连",
            source.en()
                + "; sampled every 60 m, moving average over 150 m, bridges and tunnels straight"
                + " from end to end"));
  }

  /** How they were got, for people. */
  public Text method() {
    return method;
  }

  /** The elevation model; empty where the file's nodes carry heights of their own. */
  public Optional<Heights> ground() {
    return Optional.ofNullable(ground);
  }

  ElevationProvider provider() {
    return provider;
  }

  /** Whether lines are sampled every 60 m and smoothed. */
  boolean isSmoothed() {
    return ground != null;
  }
}
