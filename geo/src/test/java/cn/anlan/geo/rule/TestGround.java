package cn.anlan.geo.rule;

import cn.anlan.geo.rule.ground.Coverage;
import cn.anlan.geo.rule.ground.Ground;
import cn.anlan.geo.rule.ground.Shores;
import cn.anlan.geo.rule.ground.TargetLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a test measures against: its own layers, shores and coverage. */
final class TestGround implements Ground {
  private final Map<String, TargetLayer> layers = new HashMap<>();
  private Shores shores = Shores.of(List.of());
  private Coverage coverage = Samples.everywhere();

  static TestGround shores(Shores shores, Coverage coverage) {
    TestGround ground = new TestGround();
    ground.shores = shores;
    ground.coverage = coverage;
    return ground;
  }

  static TestGround of(TargetLayer... layers) {
    TestGround ground = new TestGround();
    for (TargetLayer layer : layers) {
      ground.layers.put(layer.id(), layer);
    }
    return ground;
  }

  TestGround covered(Coverage value) {
    coverage = value;
    return this;
  }

  @Override
  public TargetLayer layer(String id) {
    return layers.get(id);
  }

  @Override
  public Shores shores() {
    return shores;
  }

  @Override
  public Coverage coverage(String layer) {
    return coverage;
  }
}
