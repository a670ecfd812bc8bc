package cn.anlan.geo.rule.file;

import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which keys a kind of rule needs and which have no meaning for it. */
final class KeysOfKind {
  private static final Set<RuleKind.Name> AWAY =
      EnumSet.of(
          RuleKind.Name.MIN,
          RuleKind.Name.CORRIDOR,
          RuleKind.Name.REFERENCE,
          RuleKind.Name.APPROVAL);

  private final RuleFile file;

  private KeysOfKind(RuleFile file) {
    this.file = file;
  }

  /**
   * @throws Misfit for the first key that is missing or out of place
   */
  static void check(RuleFile file) {
    new KeysOfKind(file).check();
  }

  /** A key that does not fit, by the JSON pointer of where it stands. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String pointer;

    Misfit(String pointer, String problem) {
      super(problem);
      this.pointer = pointer;
    }

    String pointer() {
      return pointer;
    }
  }

  private void check() {
    RuleKind.Name kind = file.kind();
    need(kind == RuleKind.Name.REFERENCE, "standard", file.standard());
    boolean counts = kind == RuleKind.Name.COUNT || kind == RuleKind.Name.ATTRIBUTE;
    allow(!counts, "approval", file.approval());
    need(kind == RuleKind.Name.ALONG_RIVER, "river", file.river());
    need(kind == RuleKind.Name.COUNT, "within", file.within());
    need(kind == RuleKind.Name.COUNT, "limit", file.limit());
    allow(kind == RuleKind.Name.COUNT, "along", file.along());
    boolean attribute = kind == RuleKind.Name.ATTRIBUTE;
    allow(attribute, "requires", file.requires().isEmpty() ? null : file.requires());
    allow(attribute, "forbids", file.forbids());
    if (attribute && file.requires().isEmpty() && file.forbids() == null) {
      throw new Misfit("/kind", "an attribute rule needs 'requires' or 'forbids'");
    }
    if (!attribute && file.targets().isEmpty()) {
      throw new Misfit("/kind", "'targets' is required for kind " + kind.code());
    }
    for (int i = 0; i < file.targets().size(); i++) {
      check(file.targets().get(i), "/targets/" + i);
      known(file.targets().get(i).subjects(), "/targets/" + i + "/for");
    }
    for (int i = 0; i < file.exceptions().size(); i++) {
      known(file.exceptions().get(i).subjects(), "/exceptions/" + i + "/for");
    }
    for (SubjectFile subject : file.allSubjects()) {
      if (!attribute && file.targetsFor(subject.layer()).isEmpty()) {
        throw new Misfit("/targets", "no target is for subject layer " + subject.layer());
      }
    }
  }

  /** {@code for} names subjects of this rule. */
  private void known(List<String> layers, String at) {
    List<String> subjects = file.allSubjects().stream().map(SubjectFile::layer).toList();
    layers.stream()
        .filter(layer -> !subjects.contains(layer))
        .findFirst()
        .ifPresent(
            layer -> {
              throw new Misfit(at, "'" + layer + "' is no subject of this rule");
            });
  }

  private void check(TargetFile target, String at) {
    RuleKind.Name kind = file.kind();
    boolean out = kind == RuleKind.Name.INSIDE || kind == RuleKind.Name.OVERLAP;
    boolean distance = AWAY.contains(kind) || kind == RuleKind.Name.ATTRIBUTE;
    if (distance && target.distance() == null) {
      throw new Misfit(at, "'distance' is required for kind " + kind.code());
    }
    misplaced(!distance && !out && target.distance() != null, at + "/distance");
    if (kind == RuleKind.Name.ALONG_RIVER && target.reach() == null) {
      throw new Misfit(at, "'reach' is required for kind along_river");
    }
    misplaced(kind != RuleKind.Name.ALONG_RIVER && target.reach() != null, at + "/reach");
    misplaced(kind != RuleKind.Name.COUNT && target.count() != null, at + "/count");
    if (kind == RuleKind.Name.REFERENCE && target.distance().table() == null) {
      throw new Misfit(at + "/distance", "kind reference needs a 'table'");
    }
    misplaced(!distance && !out && target.proxy() != null, at + "/proxy");
    misplaced(!distance && target.search() != null, at + "/search");
    misplaced(!out && target.area() != null, at + "/area");
    if (Target.SHORELINE.equals(target.layer())) {
      shoreline(target, at, distance);
    }
  }

  /** Shores are ranked by water, which leaves no room for the rest. */
  private static void shoreline(TargetFile target, String at, boolean distance) {
    if (!distance) {
      throw new Misfit(at + "/layer", "shoreline can only be kept away from");
    }
    misplaced(target.proxy() != null, at + "/proxy");
    misplaced(target.same() != null, at + "/same");
    misplaced(target.search() != null, at + "/search");
    if (target.distance().value() == null) {
      throw new Misfit(at + "/distance", "a distance from shoreline is one 'value'");
    }
  }

  private void need(boolean ofThisKind, String key, Object value) {
    if (ofThisKind && value == null) {
      throw new Misfit("/kind", "'" + key + "' is required for kind " + file.kind().code());
    }
    allow(ofThisKind, key, value);
  }

  private void allow(boolean ofThisKind, String key, Object value) {
    misplaced(!ofThisKind && value != null, "/" + key);
  }

  private static void misplaced(boolean misplaced, String pointer) {
    if (misplaced) {
      String key = pointer.substring(pointer.lastIndexOf('/') + 1);
      throw new Misfit(pointer, "'" + key + "' has no meaning for this kind of rule");
    }
  }
}
