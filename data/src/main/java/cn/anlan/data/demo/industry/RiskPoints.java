package cn.anlan.data.demo.industry;

import cn.anlan.data.demo.draw.FlatFrame;
import cn.anlan.data.demo.industry.DemoSectors.Sector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;

/** Draws the risk points of enterprises: exactly so many, and exactly so many major ones. */
final class RiskPoints {
  private static final double PREMISES_M = 290;

  private final DemoSectors sectors;
  private final Map<String, Sector> byCode = new HashMap<>();
  private final Random random;

  RiskPoints(DemoSectors sectors, Random random) {
    this.sectors = sectors;
    this.random = random;
    sectors.sectors().forEach(s -> byCode.put(s.sector(), s));
  }

  /** How many risk points fall to every draft. */
  int[] counts(List<EnterpriseDraft> drafts, int total) {
    double[] weights = new double[drafts.size()];
    for (int i = 0; i < weights.length; i++) {
      EnterpriseDraft draft = drafts.get(i);
      double size =
          switch (draft.scale()) {
            case "large" -> 4;
            case "medium" -> 2.2;
            case "small" -> 1;
            default -> 0.5;
          };
      boolean under = sectors.underReporting().counties().contains(draft.county().code());
      weights[i] =
          draft.sector().pointsFactor()
              * size
              * (0.3 + 1.4 * random.nextDouble())
              * (under ? sectors.underReporting().factor() : 1);
    }
    return Shares.divide(total, weights);
  }

  /** In the order of the enterprises. */
  List<RiskPoint> draw(List<Enterprise> enterprises, int total, int major) {
    boolean[] isMajor = Shares.pick(major, majorWeights(enterprises, total), random.nextDouble());
    List<RiskPoint> points = new ArrayList<>(total);
    for (Enterprise enterprise : enterprises) {
      Sector sector = byCode.get(enterprise.sector());
      double radiusM = Math.min(PREMISES_M, enterprise.clearM());
      for (int i = 0; i < enterprise.riskPoints(); i++) {
        Coordinate at = FlatFrame.bySeries(enterprise.at()).within(radiusM, random);
        points.add(
            new RiskPoint(
                points.size() + 1,
                sector.places().get(random.nextInt(sector.places().size())),
                enterprise,
                at.x,
                at.y,
                isMajor[points.size()] ? 1 : lowerLevel(),
                sector.accidentTypes().get(random.nextInt(sector.accidentTypes().size()))));
      }
    }
    return points;
  }

  private double[] majorWeights(List<Enterprise> enterprises, int total) {
    double[] weights = new double[total];
    int next = 0;
    for (Enterprise enterprise : enterprises) {
      boolean hot =
          enterprise.inPark() && enterprise.county().code().equals(sectors.hotSpot().county());
      double weight =
          byCode.get(enterprise.sector()).majorFactor() * (hot ? sectors.hotSpot().factor() : 1);
      for (int i = 0; i < enterprise.riskPoints(); i++) {
        weights[next++] = weight;
      }
    }
    return weights;
  }

  private int lowerLevel() {
    double x = random.nextDouble();
    double upTo = 0;
    for (int level = 2; level < 4; level++) {
      upTo += sectors.lowerLevelShares().get(level - 2);
      if (x < upTo) {
        return level;
      }
    }
    return 4;
  }
}
