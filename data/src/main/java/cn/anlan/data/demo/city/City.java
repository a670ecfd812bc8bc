package cn.anlan.data.demo.city;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import java.util.List;

/**
 * What stands where people live. Hands over township, resident_point, city_assessment,
 * protected_site, building, construction_site, fire_venue, emergency_team and emergency_facility;
 * townships first, since later themes refer to them.
 */
public final class City {
  private final List<ProtectedSite> protectedSites;
  private final List<Building> buildings;
  private final int fireVenues;

  private City(List<ProtectedSite> protectedSites, List<Building> buildings, int fireVenues) {
    this.protectedSites = List.copyOf(protectedSites);
    this.buildings = List.copyOf(buildings);
    this.fireVenues = fireVenues;
  }

  public static City draw(Ground ground, Settlements settlements, DemoPlan plan, DemoSink sink) {
    Residents residents = Residents.draw(ground, settlements, plan.random("resident"), sink);
    CityUnits units = new CityUnits(ground, settlements, residents, plan.random("city_assessment"));
    sink.layer("city_assessment", units::write);
    ProtectedSites sites =
        new ProtectedSites(plan.random("protected_site"), plan.random("protected_site_year"));
    sink.layer("protected_site", out -> sites.write(ground, settlements, out));
    Buildings buildings = new Buildings(settlements, plan);
    sink.layer("building", buildings::write);
    sink.layer("construction_site", new Works(settlements, plan)::write);
    FireVenues venues = new FireVenues(settlements, plan);
    sink.layer("fire_venue", venues::write);
    EmergencyForces forces = new EmergencyForces(ground, settlements, plan);
    sink.layer("emergency_team", forces::writeTeams);
    sink.layer("emergency_facility", forces::writeFacilities);
    return new City(sites.sites(), buildings.buildings(), venues.count());
  }

  /** In order of code. */
  public List<ProtectedSite> protectedSites() {
    return protectedSites;
  }

  /** In order of code. */
  public List<Building> buildings() {
    return buildings;
  }

  /** Fire venues have the codes DEMO-FV-000001 up to this number. */
  public int fireVenues() {
    return fireVenues;
  }
}
