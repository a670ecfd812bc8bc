package cn.anlan.web.bench.road;

import cn.anlan.data.demo.ground.Terrain;
import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;

/**
 * Motorways every 41 km, one level above the other roads, with ramps down to them every 10 km.
 * Traffic keeps to the right, so the carriageway eastward is the southern one.
 */
final class Motorways {
  private static final long FIRST_ID = 1L << 40;
  private static final int STEP = 4;
  private static final int STEPS = Frame.ROWS / STEP + 1;
  private static final int CHUNK = 6;
  private static final double HALF_APART = 0.12;
  private static final int RAMPS_EVERY = 64;
  private static final int RAMP_REACH = 8;
  private static final double TUNNEL_ABOVE_M = 380;
  private static final double TUNNELS = 0.35;

  private final PreparedGeometry province;
  private final Squares squares;
  private final Draw draw;
  private final GeometryFactory factory = new GeometryFactory();

  Motorways(PreparedGeometry province, Squares squares, Draw draw) {
    this.province = province;
    this.squares = squares;
    this.draw = draw;
  }

  private interface Visitor {
    void at(Line line, int step) throws IOException;
  }

  /** A motorway in one direction: {@code forward} is east or north. */
  private record Line(boolean east, int number, boolean forward) {
    double middle() {
      return number * 2 * Frame.LARGEST + Frame.LARGEST / 2 + 0.5;
    }

    double column(int step) {
      return east ? step * STEP : middle() + (forward ? HALF_APART : -HALF_APART);
    }

    double row(int step) {
      return east ? middle() + (forward ? -HALF_APART : HALF_APART) : step * STEP;
    }

    long id(int step) {
      long line = number * 4L + (east ? 2 : 0) + (forward ? 1 : 0);
      return FIRST_ID + line * STEPS + step;
    }

    int steps() {
      return (east ? Frame.COLUMNS : Frame.ROWS) / STEP;
    }
  }

  void nodes(OsmFile file) throws IOException {
    each(
        (line, step) -> {
          double column = line.column(step);
          double row = line.row(step);
          file.node(line.id(step), Frame.lonDeg(column, row), Frame.latDeg(column, row));
        });
  }

  void ways(OsmFile file) throws IOException {
    each(
        (line, step) -> {
          if (step % CHUNK == 0 || !exists(line, step - 1)) {
            chunk(file, line, step);
          }
          if (step * STEP % RAMPS_EVERY == 0) {
            ramps(file, line, step);
          }
        });
  }

  private void each(Visitor visitor) throws IOException {
    for (boolean east : new boolean[] {true, false}) {
      int lines = (east ? Frame.ROWS : Frame.COLUMNS) / (2 * Frame.LARGEST);
      for (int number = 0; number < lines; number++) {
        for (boolean forward : new boolean[] {true, false}) {
          Line line = new Line(east, number, forward);
          for (int step = 0; step <= line.steps(); step++) {
            if (exists(line, step)) {
              visitor.at(line, step);
            }
          }
        }
      }
    }
  }

  /** Both carriageways exist or none: the middle between them is looked at. */
  private boolean exists(Line line, int step) {
    double column = line.east() ? step * STEP : line.middle();
    double row = line.east() ? line.middle() : step * STEP;
    return step >= 0
        && step <= line.steps()
        && province.covers(
            factory.createPoint(
                new Coordinate(Frame.lonDeg(column, row), Frame.latDeg(column, row))));
  }

  private void chunk(OsmFile file, Line line, int first) throws IOException {
    int last = first;
    while (exists(line, last + 1) && (last == first || last % CHUNK != 0)) {
      last++;
    }
    emit(file, line, first, last);
  }

  private void emit(OsmFile file, Line line, int from, int to) throws IOException {
    if (to <= from) {
      return;
    }
    long[] ids = new long[to - from + 1];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = line.id(line.forward() ? from + i : to - i);
    }
    double column = line.column((from + to) / 2);
    double row = line.row((from + to) / 2);
    boolean tunnel =
        draw.unit(line.id(from), 1) < TUNNELS
            && Terrain.heightM(Frame.lonDeg(column, row), Frame.latDeg(column, row))
                > TUNNEL_ABOVE_M;
    file.way(
        ids,
        ids.length,
        "highway",
        "motorway",
        "oneway",
        "yes",
        "layer",
        tunnel ? "-1" : "1",
        "tunnel",
        tunnel ? "yes" : null,
        "ref",
        "G6" + (line.east() ? "2" : "1") + "%02d".formatted(line.number()));
  }

  /** Off before the crossing, on again behind it, by the nearest corner on the right. */
  private void ramps(OsmFile file, Line line, int step) throws IOException {
    int back = line.forward() ? step - 1 : step + 1;
    int ahead = line.forward() ? step + 1 : step - 1;
    if (!exists(line, back) || !exists(line, ahead)) {
      return;
    }
    boolean rightIsUp = line.east() != line.forward();
    for (int i = 0; i <= RAMP_REACH; i++) {
      int aside =
          rightIsUp ? (int) Math.ceil(line.middle()) + i : (int) Math.floor(line.middle()) - i;
      int column = line.east() ? step * STEP : aside;
      int row = line.east() ? aside : step * STEP;
      if (squares.isCorner(column, row)) {
        long corner = BenchRoads.cornerId(column, row);
        ramp(file, line.id(back), corner);
        ramp(file, corner, line.id(ahead));
        return;
      }
    }
  }

  private static void ramp(OsmFile file, long from, long to) throws IOException {
    file.way(new long[] {from, to}, 2, "highway", "motorway_link", "oneway", "yes");
  }
}
