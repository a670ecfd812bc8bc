package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.ground.County;
import cn.anlan.data.demo.industry.Enterprise;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;

/** The mining enterprises that works are ascribed to. Draws nothing at random. */
final class Owners {
  private final Map<String, List<Enterprise>> bySectorAndCounty = new HashMap<>();

  Owners(Industry industry) {
    for (Enterprise enterprise : industry.enterprises()) {
      bySectorAndCounty
          .computeIfAbsent(enterprise.sector() + enterprise.county().code(), k -> new ArrayList<>())
          .add(enterprise);
    }
  }

  /** Code of the sector's nearest enterprise in the county, or null where there is none. */
  String nearest(String sector, County county, Coordinate at) {
    String code = null;
    double nearest = Double.MAX_VALUE;
    for (Enterprise enterprise :
        bySectorAndCounty.getOrDefault(sector + county.code(), List.of())) {
      double distance = enterprise.at().distance(at);
      if (distance < nearest) {
        nearest = distance;
        code = enterprise.code();
      }
    }
    return code;
  }
}
