package cn.anlan.geo.rule.measure;

import cn.anlan.geo.rule.Rule;
import cn.anlan.geo.rule.RuleKind;
import cn.anlan.geo.rule.Target;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rulers of one data version. Rules that measure alike share one: those of a law for each of
 * the layers that it binds. For any threads.
 */
public final class Rulers {
  private final Ground ground;
  private final Map<Key, Ruler> made = new ConcurrentHashMap<>();

  /** All that a ruler takes from a rule. */
  private record Key(
      Target target, RuleKind kind, boolean inclusive, Target.Proxy ofSubjectOrNull) {}

  public Rulers(Ground ground) {
    this.ground = ground;
  }

  Ruler of(Rule rule, Target target) {
    Key key = new Key(target, rule.kind(), rule.inclusive(), rule.subject().proxy());
    return made.computeIfAbsent(key, this::make);
  }

  private Ruler make(Key key) {
    Target target = key.target;
    if (target.isShoreline()) {
      return new ShoreRuler(target, key.inclusive, ground.shores());
    }
    TargetLayer layer = ground.layer(target.layer());
    if (key.kind instanceof RuleKind.AlongRiver along) {
      RuleKind.River river = along.river();
      Rivers rivers = new Rivers(river, ground.layer(river.layer()));
      return new RiverRuler(target, key.inclusive, layer, rivers);
    }
    if (key.kind instanceof RuleKind.Count count) {
      RuleKind.Along line = count.along();
      OwnLines lines = line == null ? null : new OwnLines(line, ground.layer(line.layer()));
      return new CountRuler(target, count, layer, lines);
    }
    boolean signed = key.kind instanceof RuleKind.KeepOut;
    TargetLayer shapes = target.area() ? layer.enclosed() : layer;
    return new LayerRuler(target, signed, key.inclusive, shapes, key.ofSubjectOrNull);
  }
}
