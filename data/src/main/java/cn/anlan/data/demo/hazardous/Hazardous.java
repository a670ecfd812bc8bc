package cn.anlan.data.demo.hazardous;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.List;

/**
 * Chemical parks, major hazard installations, special equipment, filling stations, fireworks and
 * civil explosives. Parks, installations and filling stations are the same number at every scale.
 */
public final class Hazardous {
  private final List<Planted> planted = new ArrayList<>();

  private Hazardous() {}

  /** Draws and hands over the layers of this theme. */
  public static Hazardous draw(
      Ground ground, Settlements settlements, Industry industry, DemoPlan plan, DemoSink sink) {
    Hazardous hazardous = new Hazardous();
    ChemicalParks parks = ChemicalParks.draw(ground, industry, plan.random("chemical_park"));
    sink.layer("chemical_park", parks::write);
    MajorHazards majorHazards =
        MajorHazards.draw(settlements, industry, parks, plan.random("major_hazard"));
    sink.layer("major_hazard_installation", majorHazards::write);
    hazardous.planted.addAll(majorHazards.planted());
    sink.layer("special_equipment", out -> SpecialEquipment.write(industry, plan, out));
    sink.layer("filling_station", out -> FillingStations.write(ground, settlements, plan, out));
    Fireworks fireworks = new Fireworks(industry, plan);
    sink.layer("fireworks_plant", fireworks::writePlants);
    sink.layer("fireworks_warehouse", fireworks::writeWarehouses);
    FireworksShops shops = FireworksShops.draw(ground, settlements, plan);
    sink.layer("fireworks_shop", shops::write);
    hazardous.planted.addAll(shops.planted());
    sink.layer("explosives_store", out -> ExplosivesStores.write(industry, plan, out));
    return hazardous;
  }

  /** What is in these layers on purpose. */
  public List<Planted> planted() {
    return List.copyOf(planted);
  }
}
