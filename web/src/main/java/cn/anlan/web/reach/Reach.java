package cn.anlan.web.reach;

import cn.anlan.geo.snapshot.Scope;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import java.util.List;

/** The one way in: which places no team reaches in time, over the whole province in one run. */
public final class Reach {
  private static final String REGIONS = "region";

  private Reach() {}

  /** The layers that a question looks at. */
  public static List<String> layers(ReachQuestion question) {
    return List.of(question.layer().id(), ReachQuestion.TEAMS, REGIONS);
  }

  /**
   * Answers it.
   *
   * @throws cn.anlan.geo.fault.UserFault where no such team or place is stored
   */
  public static ReachResult answer(
      ReachGround ground, Generation generation, Scope scope, ReachQuestion question) {
    return new ReachResult(
        ground,
        question,
        Places.of(generation.get(question.layer().id()), scope, question),
        Teams.of(generation.get(ReachQuestion.TEAMS), scope, question.kinds(), ground.network()),
        new Counties(generation.get(REGIONS), scope),
        generation.dataVersion());
  }
}
