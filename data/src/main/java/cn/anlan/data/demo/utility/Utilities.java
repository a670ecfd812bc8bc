package cn.anlan.data.demo.utility;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.List;

/**
 * Pipelines, city gas, power lines, broadcast facilities, drinking water, lifelines and what lies
 * near them. All but the workshops of dangerous goods is ground: the same at every scale. Every row
 * lies in one county; lines are cut at the county borders.
 */
public final class Utilities {
  private final List<Planted> planted;

  private Utilities(List<Planted> planted) {
    this.planted = List.copyOf(planted);
  }

  /**
   * Draws and hands over the layers oil_gas_pipeline, pipeline_station, city_gas_pipe, power_line,
   * broadcast_facility, water_intake, drinking_water_zone, poyang_belt, city_lifeline, crossing,
   * hazardous_workshop and fireworks_display_site.
   *
   * @param buildings those that gas pipes keep clear of; under some of them they are laid on
   *     purpose
   */
  public static Utilities draw(
      Ground ground,
      Settlements settlements,
      Industry industry,
      List<Footprint> buildings,
      DemoPlan plan,
      DemoSink sink) {
    CountyCut cut = new CountyCut(ground);
    Pipelines pipelines = Pipelines.draw(ground, cut, plan.random("pipeline"));
    sink.layer("oil_gas_pipeline", pipelines.rows()::forEach);
    sink.layer("pipeline_station", pipelines.stations()::forEach);
    CityGas gas = CityGas.draw(ground, cut, new Occupations(buildings), plan.random("city_gas"));
    sink.layer("city_gas_pipe", gas.rows()::forEach);
    PowerLines power = PowerLines.draw(ground, settlements, cut, plan.random("power_line"));
    sink.layer("power_line", power.rows()::forEach);
    sink.layer(
        "broadcast_facility", Broadcast.draw(ground, cut, plan.random("broadcast"))::forEach);
    DrinkingWater water = DrinkingWater.draw(ground, plan.random("drinking_water"));
    sink.layer("water_intake", water.intakes()::forEach);
    sink.layer("drinking_water_zone", water.zones()::forEach);
    sink.layer("poyang_belt", PoyangBelt.draw(ground)::forEach);
    sink.layer("city_lifeline", Lifelines.draw(ground, cut, plan.random("lifeline"))::forEach);
    List<UtilityLine> crossing = new ArrayList<>(gas.lines());
    crossing.addAll(power.lines());
    sink.layer(
        "crossing", Crossings.draw(pipelines.lines(), crossing, plan.random("crossing"))::forEach);
    Workshops workshops =
        Workshops.draw(industry.enterprises(), cut, plan.random("hazardous_workshop"));
    sink.layer("hazardous_workshop", workshops.rows()::forEach);
    DisplaySites sites =
        DisplaySites.draw(ground, cut, power.lines(), plan.random("fireworks_display"));
    sink.layer("fireworks_display_site", sites.rows()::forEach);
    List<Planted> planted = new ArrayList<>(gas.planted());
    planted.addAll(workshops.planted());
    planted.addAll(sites.planted());
    return new Utilities(planted);
  }

  /** What a finder should find in these layers. */
  public List<Planted> planted() {
    return planted;
  }
}
