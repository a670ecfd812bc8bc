package cn.anlan.data.road.hazard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.hazard.DangerousGoods;
import cn.anlan.geo.road.hazard.Hazard;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OsmHazardsTest {
  private static final DangerousGoods MODEL = DangerousGoods.shipped();
  private static final String OSM =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <osm version="0.6">
        <node id="1" lat="28.70" lon="115.80" version="1"><tag k="place" v="village"/><tag k="name" v="示例村"/><tag k="population" v="1234"/></node>
        <node id="2" lat="28.71" lon="115.80" version="1"><tag k="place" v="hamlet"/></node>
        <node id="3" lat="28.72" lon="115.80" version="1"><tag k="amenity" v="bench"/></node>
        <node id="4" lat="28.7" lon="115.9" version="1"/>
        <node id="5" lat="28.7" lon="115.902" version="1"/>
        <node id="6" lat="28.702" lon="115.902" version="1"/>
        <node id="7" lat="28.702" lon="115.9" version="1"/>
        <way id="10" version="1"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="4"/><tag k="amenity" v="school"/><tag k="name" v="示例学校"/></way>
        <way id="11" version="1"><nd ref="4"/><nd ref="5"/><nd ref="6"/><nd ref="7"/><nd ref="4"/><tag k="boundary" v="protected_area"/><tag k="protect_class" v="12"/></way>
      </osm>
      """;

  @TempDir Path dir;

  @Test
  void pointsAndAreasAreTakenByTheirTagsWithTheirPersons() throws Exception {
    Path file = Files.writeString(dir.resolve("small.osm"), OSM);
    Path asTyped = Path.of("").toAbsolutePath().relativize(file); // GDAL runs elsewhere
    List<Hazard> hazards = OsmHazards.read(asTyped, MODEL, dir);
    Hazard village = one(hazards, "settlement", 1234);
    assertThat(village.name()).isEqualTo("示例村");
    assertThat(village.at().getCoordinate().x).isCloseTo(115.80, within(1e-6));
    assertThat(one(hazards, "settlement", 80).name()).isEqualTo("居民点");
    Hazard school = one(hazards, "school", 600);
    assertThat(school.at().getDimension()).isZero();
    assertThat(school.at().getCoordinate().y).isBetween(28.7, 28.702);
    assertThat(one(hazards, "water_first", 0).at().getDimension()).isEqualTo(2);
    assertThat(hazards).hasSize(4);
  }

  private static Hazard one(List<Hazard> hazards, String kind, double persons) {
    List<Hazard> found =
        hazards.stream()
            .filter(h -> MODEL.hazards().get(h.kind()).kind().equals(kind))
            .filter(h -> h.persons() == persons)
            .toList();
    assertThat(found).as(kind + " " + persons + " in " + hazards).hasSize(1);
    return found.get(0);
  }

  @Test
  void aFileThatIsNoneIsRefusedByName() throws Exception {
    Path file = Files.writeString(dir.resolve("broken.osm"), "this is no OSM");
    assertThatThrownBy(() -> OsmHazards.read(file, MODEL, dir))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("broken.osm");
  }
}
