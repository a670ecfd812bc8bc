package cn.anlan.geo.rule.golden;

import cn.anlan.geo.rule.golden.Expected.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The golden cases of one rule file: each case has a place of its own, far from the others. */
final class Golden {
  private static final double FIRST_LON_DEG = 114.0;
  private static final double FIRST_LAT_DEG = 25.0;
  private static final double STEP_DEG = 0.2;
  private static final int COLUMNS = 17;
  private static final double COVERED_DEG = 0.06;

  private final String file;
  private final String rule;
  private final String version;
  private final String asOf;
  private final List<String> features = new ArrayList<>();
  private final Set<String> always = new LinkedHashSet<>();
  private int cases;

  Golden(String file, String rule, String version, String asOf) {
    this.file = file;
    this.rule = rule;
    this.version = version;
    this.asOf = asOf;
  }

  /** Layers that the rule measures to and that are complete round every covered case. */
  Golden covering(String... names) {
    always.addAll(List.of(names));
    return this;
  }

  /** One case, to be filled with subject and targets. */
  Case named(String name) {
    int number = cases++;
    Places places =
        new Places(
            FIRST_LON_DEG + number % COLUMNS * STEP_DEG,
            FIRST_LAT_DEG + number / COLUMNS * STEP_DEG);
    return new Case(number + 1, name, places);
  }

  void write(Path directory) {
    String text =
        "{\"type\":\"FeatureCollection\",\"rule\":\""
            + rule
            + "\",\"version\":\""
            + version
            + "\",\"features\":[\n"
            + String.join(",\n", features)
            + "\n]}\n";
    try {
      Files.write(directory.resolve(file + ".geojson"), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("writing " + file, e);
    }
  }

  /** A subject, its targets and what is to be expected, all round one anchor. */
  final class Case {
    private final int number;
    private final String name;
    private final Places places;
    private final Set<String> covered = new LinkedHashSet<>();
    private int targets;
    private boolean complete = true;
    private String day = asOf;

    private Case(int number, String name, Places places) {
      this.number = number;
      this.name = name;
      this.places = places;
    }

    Places places() {
      return places;
    }

    /** The code that the subject will have. */
    String subjectCode() {
      return "S" + number;
    }

    Case on(String date) {
      day = date;
      return this;
    }

    /** No layer is declared complete here. */
    Case uncovered() {
      complete = false;
      return this;
    }

    /** Layers that are complete here although the case has none of them. */
    Case covering(String... names) {
      covered.addAll(List.of(names));
      return this;
    }

    /** A target at the anchor. */
    Case target(Thing target) {
      return target(target, target.asTarget(places));
    }

    Case target(Thing target, String geometry) {
      covered.add(target.layer());
      targets++;
      feature("target", "T" + number + "-" + targets, target, geometry, "");
      return this;
    }

    /** The subject, whose nearest point is so far east of the anchor. */
    void subject(Thing subject, double eastM, Expected expected) {
      subject(subject, subject.asSubject(places, eastM), expected);
    }

    void subject(Thing subject, String geometry, Expected expected) {
      String wanted =
          ",\"case\":" + Json.text(name) + ",\"as_of\":\"" + day + "\"," + expected.json();
      feature("subject", subjectCode(), subject, geometry, wanted);
      covered.addAll(always);
      if (complete) {
        for (String layer : covered) {
          Thing box = new Thing(layer, Thing.Shape.AREA, null, Map.of());
          feature("coverage", "V" + number + "-" + layer, box, places.around(COVERED_DEG), "");
        }
      }
    }

    private void feature(String role, String code, Thing thing, String geometry, String more) {
      features.add(
          "{\"type\":\"Feature\",\"id\":\""
              + code
              + "\",\"properties\":{\"role\":\""
              + role
              + "\",\"layer\":\""
              + thing.layer()
              + "\""
              + (role.equals("coverage")
                  ? ""
                  : ",\"sigma_m\":"
                      + thing.sigmaM()
                      + ",\"attributes\":"
                      + Json.object(thing.attributes()))
              + more
              + "},\"geometry\":"
              + geometry
              + "}");
    }
  }

  /** What stands on either side of a limit. */
  Straddle straddle(Thing subject, Thing target, double limitM) {
    return new Straddle(this, subject, target, limitM);
  }

  /** Subject and target at one distance, exact positions. */
  void pair(String name, Thing subject, Thing target, double eastM, Outcome outcome) {
    named(name).target(target).subject(subject, eastM, Expected.of(outcome));
  }

  /** The same on another day. */
  void pairOn(String day, Thing subject, Thing target, double eastM, Outcome outcome) {
    named("judged on " + day).on(day).target(target).subject(subject, eastM, Expected.of(outcome));
  }

  /** What lawfully stood before the rule: a breach is kept beside the verdict. */
  void grandfathered(Thing subject, Thing target, double eastM) {
    named("stood before the rule, too near")
        .target(target)
        .subject(subject, eastM, Expected.grandfathered(Outcome.FAIL));
  }

  /**
   * What completeness and accuracy decide: nothing near where the layers are complete, near and far
   * where they are not, and an accuracy that is not known.
   *
   * @param nearM clearly too near
   * @param farM clearly far enough
   */
  void usual(Thing subject, Thing target, double nearM, double farM) {
    named("no target, layers complete")
        .covering(target.layer())
        .subject(subject, 0, Expected.of(Outcome.PASS));
    named("no target, layers not complete")
        .uncovered()
        .subject(subject, 0, Expected.of(Outcome.NOT_ASSESSABLE));
    named("far, layers not complete")
        .uncovered()
        .target(target)
        .subject(subject, farM, Expected.of(Outcome.NOT_ASSESSABLE));
    named("near, layers not complete")
        .uncovered()
        .target(target)
        .subject(subject, nearM, Expected.of(Outcome.FAIL));
    named("accuracy of the subject not known")
        .target(target)
        .subject(subject.sigma(null), nearM, Expected.of(Outcome.NOT_ASSESSABLE));
    named("accuracy of the target not known")
        .target(target.sigma(null))
        .subject(subject, nearM, Expected.of(Outcome.NOT_ASSESSABLE));
  }
}
