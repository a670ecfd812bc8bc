package cn.anlan.web.bench;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.JsonFeature;
import com.graphhopper.util.JsonFeatureCollection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;

/**
 * GraphHopper as one would use it alone: the hazards are areas of the request's custom model, and
 * every edge that is looked at is tested against them. No hierarchy can be prepared for that.
 */
final class RoutingRival implements AutoCloseable {
  private final GraphHopper hopper = new GraphHopper();
  private final CustomModel areas = new CustomModel();

  RoutingRival(Path osm, Path folder, List<Geometry> hazards) {
    CustomModel car = new CustomModel();
    car.addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"));
    car.addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"));
    hopper.setOSMFile(osm.toString());
    hopper.setGraphHopperLocation(folder.toString());
    hopper.setEncodedValuesString("car_access, car_average_speed");
    hopper.setProfiles(new Profile("car").setCustomModel(car));
    hopper.importOrLoad();
    JsonFeatureCollection features = new JsonFeatureCollection();
    for (int i = 0; i < hazards.size(); i++) {
      String id = "h" + i;
      features.getFeatures().add(new JsonFeature(id, "Feature", null, hazards.get(i), Map.of()));
      areas.addToPriority(Statement.If("in_" + id, Statement.Op.MULTIPLY, "0.3"));
    }
    areas.addAreas(features);
  }

  /** Whether there is a way. */
  boolean route(double[] from, double[] to) {
    GHRequest request =
        new GHRequest(from[1], from[0], to[1], to[0])
            .setProfile("car")
            .setCustomModel(new CustomModel(areas));
    request.putHint("instructions", false);
    return !hopper.route(request).hasErrors();
  }

  @Override
  public void close() {
    hopper.close();
  }
}
