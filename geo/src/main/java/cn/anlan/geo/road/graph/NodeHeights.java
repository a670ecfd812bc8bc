package cn.anlan.geo.road.graph;

import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.dem.ElevationProvider;

/**
 * GraphHeights that the file itself carries: the tag {@code ele} of its nodes, in metres. A node
 * without one has none, and GraphHopper fills it from its neighbours on the way.
 */
final class NodeHeights implements ElevationProvider {
  @Override
  public double getEle(double latDeg, double lonDeg) {
    return Double.NaN;
  }

  @Override
  public double getEle(ReaderNode node) {
    Object height = node.getTag("ele");
    try {
      return height == null ? Double.NaN : Double.parseDouble(height.toString());
    } catch (NumberFormatException notANumber) {
      return Double.NaN;
    }
  }

  @Override
  public boolean canInterpolate() {
    return false;
  }

  @Override
  public void release() {
    // holds nothing
  }
}
