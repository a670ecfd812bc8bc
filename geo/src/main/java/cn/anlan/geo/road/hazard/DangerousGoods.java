package cn.anlan.geo.road.hazard;

import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.graph.TankerSpeeds;
import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.geo.yaml.OfficeYaml;
import cn.anlan.geo.yaml.StrictYaml;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The cost model of dangerous goods on roads, from {@code road/dangerous-goods.yaml}; every value
 * has its source there, or says that it is ours.
 *
 * @param version counts up with every change
 * @param releasesPerMillionKm by {@code highway=*}, and {@code other}
 * @param tradeOffs from 0, the fastest, upwards
 * @param closures the office's own
 */
public record DangerousGoods(
    int version,
    Text title,
    Text source,
    Text riskUnit,
    TankerSpeeds speeds,
    Map<String, Double> releasesPerMillionKm,
    List<Band> bands,
    List<Cargo> cargoes,
    List<Double> tradeOffs,
    List<HazardKind> hazards,
    List<Closure> closures) {
  private static final String FILE = "road/dangerous-goods.yaml";

  /**
   * Hours of the day with the same rules and the same persons.
   *
   * @param from first hour, 0 to 23
   * @param to the hour that is not in it any more; below {@code from} across midnight
   */
  public record Band(String id, Text title, int from, int to) {
    boolean has(int hour) {
      return from < to ? hour >= from && hour < to : hour >= from || hour < to;
    }
  }

  /**
   * @param impactRadiusM within which a release affects persons
   * @param consequence share of them whom it affects
   */
  public record Cargo(String id, Text title, double impactRadiusM, double consequence) {
    public Cargo {
      if (id == null || !id.matches("[a-z_]{1,30}") || title == null) {
        throw new IllegalArgumentException("a cargo needs an id and a title");
      }
      if (!(impactRadiusM > 0 && impactRadiusM <= 10_000)
          || !(consequence > 0 && consequence <= 1)) {
        throw new IllegalArgumentException(
            id + ": impact_radius_m is above 0 to 10000, consequence above 0 to 1");
      }
    }
  }

  /**
   * What the office has closed: a route from stake to stake, or what lies in a ring.
   *
   * @param fromStakeKm of a route, required there; null for a ring
   * @param ring longitude and latitude of its corners, or null
   */
  public record Closure(
      Text name,
      Text why,
      List<String> bands,
      String routeNo,
      Double fromStakeKm,
      Double toStakeKm,
      List<List<Double>> ring) {
    public Closure {
      boolean isRing = ring != null && ring.size() >= 3;
      if (name == null || why == null || bands == null || isRing == (routeNo != null)) {
        throw new IllegalArgumentException(
            "a closure needs name, why, bands, and either route_no or a ring of 3 corners or more");
      }
      if (!isRing && (fromStakeKm == null || toStakeKm == null || fromStakeKm.equals(toStakeKm))) {
        throw new IllegalArgumentException(
            "a closure of route %s needs from_stake_km and to_stake_km that differ"
                .formatted(routeNo));
      }
      if (isRing && ring.stream().anyMatch(c -> c.size() != 2 || Math.abs(c.get(1)) > 90)) {
        throw new IllegalArgumentException(
            "the corners of a closure's ring are [longitude, latitude] in degrees");
      }
    }
  }

  public DangerousGoods {
    if (version < 1 || title == null || source == null || riskUnit == null || speeds == null) {
      throw new IllegalArgumentException("version, title, source, risk_unit, speeds are required");
    }
    bands = List.copyOf(bands);
    cargoes = List.copyOf(cargoes);
    tradeOffs = List.copyOf(tradeOffs);
    hazards = List.copyOf(hazards);
    closures = closures == null ? List.of() : List.copyOf(closures);
    for (int hour = 0; hour < 24; hour++) {
      int at = hour;
      if (bands.stream().filter(b -> b.has(at)).count() != 1) {
        throw new IllegalArgumentException("hour " + hour + " must stand in exactly one band");
      }
    }
    List<String> known = bands.stream().map(Band::id).toList();
    for (HazardKind kind : hazards) {
      if (!known.containsAll(kind.closed())
          || kind.exposes() && !kind.share().keySet().containsAll(known)) {
        throw new IllegalArgumentException(kind.kind() + ": the bands are " + known);
      }
    }
    for (Closure closure : closures) {
      if (!known.containsAll(closure.bands)) {
        throw new IllegalArgumentException("closure: the bands are " + known);
      }
    }
    if (!releasesPerMillionKm.containsKey("other") || cargoes.isEmpty()) {
      throw new IllegalArgumentException(
          "releases_per_million_km needs 'other'; a cargo is needed");
    }
    if (tradeOffs.isEmpty()
        || tradeOffs.get(0) != 0
        || !tradeOffs.stream().sorted().toList().equals(tradeOffs)) {
      throw new IllegalArgumentException("trade_offs rise from 0");
    }
  }

  /** The model that ships with the product. */
  public static DangerousGoods shipped() {
    return read(FILE, shippedText());
  }

  /** The text of the shipped model. */
  public static String shippedText() {
    return OfficeYaml.shippedText(FILE, DangerousGoods.class);
  }

  /**
   * The office's model where there is {@code <conf>/road/dangerous-goods.yaml}, else ours.
   *
   * @throws DefinitionException where the file is no valid model, with line and column
   */
  public static DangerousGoods load(Path confDir) {
    return OfficeYaml.read(FILE, confDir, DangerousGoods.class);
  }

  /** The text of the model that {@link #load} reads. */
  public static String text(Path confDir) {
    return OfficeYaml.text(FILE, confDir, DangerousGoods.class);
  }

  /** Reads a model; {@code file} is the name that messages show. */
  public static DangerousGoods read(String file, String text) {
    return StrictYaml.read(file, text, DangerousGoods.class);
  }

  /** Releases per vehicle-kilometre on a class of road. */
  public double releasesPerKm(String roadClass) {
    return releasesPerMillionKm.getOrDefault(roadClass, releasesPerMillionKm.get("other")) / 1e6;
  }

  /**
   * The band of an hour.
   *
   * @throws UserFault where it is none of 0 to 23
   */
  public Band band(int hour) {
    return bands.stream()
        .filter(b -> hour >= 0 && hour < 24 && b.has(hour))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "hour=" + hour + " 不是一天中的小时 (is no hour of the day)", "取 0–23 (take 0 to 23)"));
  }

  /**
   * A cargo by its id.
   *
   * @throws UserFault where there is none
   */
  public Cargo cargo(String id) {
    return cargoes.stream()
        .filter(c -> c.id.equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new UserFault(
                    "cargo=" + id + " 未知的货物类别 (unknown cargo)",
                    "可用 (known): "
                        + cargoes.stream().map(Cargo::id).collect(Collectors.joining(", "))));
  }
}
