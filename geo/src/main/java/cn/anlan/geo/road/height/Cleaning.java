package cn.anlan.geo.road.height;

import java.util.Arrays;

/**
 * Takes spikes out of a grid of heights and fills its small voids.
 *
 * <ul>
 *   <li>A spike is a point that differs from the median of its neighbours (up to 8, at least 4
 *       known) by more than a bound and by more than three times the spread among these neighbours
 *       (their greatest less their least): so a summit among steep slopes stays. It becomes the
 *       median. What stands together with another spike is not found.
 *   <li>A void of up to so many points between two known ones along its row, or along its column,
 *       is filled straight between them; where both can be done, both count, the shorter gap more.
 *       A larger void stays unknown.
 * </ul>
 *
 * @param grid the result
 * @param spikes how many points were taken for spikes
 * @param filled how many unknown points were filled
 * @param voids how many remain unknown
 */
public record Cleaning(HeightGrid grid, int spikes, int filled, int voids) {
  private static final int SPREADS = 3;
  private static final int LEAST_NEIGHBOURS = 4;

  /** Cleans it: spikes first. */
  public static Cleaning of(HeightGrid grid, HeightModel model) {
    float[] heights = grid.copyOfHeights();
    int spikes = flatten(grid, heights, model.gridSpikeM());
    float[] filled = fill(grid, heights, model.gridGap());
    HeightGrid result = grid.with(filled);
    int voids = result.voids();
    return new Cleaning(result, spikes, grid.voids() - voids, voids);
  }

  private static int flatten(HeightGrid grid, float[] heights, double spikeM) {
    int spikes = 0;
    float[] around = new float[8];
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        float height = grid.at(column, row);
        int known = Float.isNaN(height) ? 0 : neighbours(grid, column, row, around);
        if (known >= LEAST_NEIGHBOURS) {
          Arrays.sort(around, 0, known);
          float median = (around[(known - 1) / 2] + around[known / 2]) / 2;
          float spread = around[known - 1] - around[0];
          double residual = Math.abs(height - median);
          if (residual > spikeM && residual > SPREADS * spread) {
            heights[row * grid.columns() + column] = median;
            spikes++;
          }
        }
      }
    }
    return spikes;
  }

  private static int neighbours(HeightGrid grid, int column, int row, float[] around) {
    int known = 0;
    for (int r = Math.max(0, row - 1); r <= Math.min(grid.rows() - 1, row + 1); r++) {
      for (int c = Math.max(0, column - 1); c <= Math.min(grid.columns() - 1, column + 1); c++) {
        if ((r != row || c != column) && !Float.isNaN(grid.at(c, r))) {
          around[known++] = grid.at(c, r);
        }
      }
    }
    return known;
  }

  private static float[] fill(HeightGrid grid, float[] heights, int widest) {
    float[] sum = new float[heights.length];
    float[] weight = new float[heights.length];
    for (int row = 0; row < grid.rows(); row++) {
      along(heights, row * grid.columns(), 1, grid.columns(), widest, sum, weight);
    }
    for (int column = 0; column < grid.columns(); column++) {
      along(heights, column, grid.columns(), grid.rows(), widest, sum, weight);
    }
    float[] result = heights.clone();
    for (int i = 0; i < result.length; i++) {
      if (Float.isNaN(result[i]) && weight[i] > 0) {
        result[i] = sum[i] / weight[i];
      }
    }
    return result;
  }

  private static void along(
      float[] heights, int start, int stride, int count, int widest, float[] sum, float[] weight) {
    int before = -1;
    for (int i = 0; i < count; i++) {
      float after = heights[start + i * stride];
      if (Float.isNaN(after)) {
        continue;
      }
      int gap = i - before - 1;
      if (before >= 0 && gap > 0 && gap <= widest) {
        float from = heights[start + before * stride];
        for (int k = before + 1; k < i; k++) {
          float share = (k - before) / (float) (gap + 1);
          sum[start + k * stride] += (from + share * (after - from)) / gap;
          weight[start + k * stride] += 1f / gap;
        }
      }
      before = i;
    }
  }
}
