package cn.anlan.geo.road.height;

import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.OfficeYaml;

/**
 * How roads get heights from an elevation model, from {@code road/height-model.yaml}.
 *
 * @param version counts up with every change
 * @param sigmaM one standard deviation of a height taken from the ground, where nobody says
 *     otherwise
 * @param gridSpikeM see {@link Cleaning}
 * @param gridGap widest void of a grid that is filled, in points
 * @param stepM heights are taken so often along a line, or a little more often, so that steps are
 *     even
 * @param windowM of the moving average
 * @param spikeM by what a height differs from the median of those within the window at most
 * @param gapM the longest way between two known heights that is crossed straight
 */
public record HeightModel(
    int version,
    Text source,
    double sigmaM,
    double gridSpikeM,
    int gridGap,
    double stepM,
    double windowM,
    double spikeM,
    double gapM) {
  private static final String FILE = "road/height-model.yaml";

  public HeightModel {
    if (version < 1 || source == null) {
      throw new IllegalArgumentException("a height model needs a version and a source");
    }
    if (!(stepM > 0 && windowM >= 0 && spikeM > 0 && gapM >= 0 && gridSpikeM > 0 && gridGap >= 0)) {
      throw new IllegalArgumentException("lengths of a height model must be above 0");
    }
  }

  /** The one that ships with the product. */
  public static HeightModel shipped() {
    return OfficeYaml.shipped(FILE, HeightModel.class);
  }
}
