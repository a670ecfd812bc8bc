package cn.anlan.geo.road.height;

import com.graphhopper.reader.dem.ElevationProvider;

/** Heights for GraphHopper; NaN where they are not known, which it fills along the way. */
public final class HeightGridElevation implements ElevationProvider {
  private final Heights heights;

  public HeightGridElevation(Heights heights) {
    this.heights = heights;
  }

  @Override
  public double getEle(double latDeg, double lonDeg) {
    return heights.heightM(lonDeg, latDeg);
  }

  @Override
  public boolean canInterpolate() {
    return true;
  }

  @Override
  public void release() {
    // The grid is the caller's.
  }
}
