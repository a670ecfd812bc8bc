package cn.anlan.geo.road.graph;

import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.util.EdgeIteratorState;
import java.util.function.Supplier;

/**
 * A weighting that is made when it is first needed: GraphHopper compiles the custom model of every
 * profile as soon as a graph is opened, which takes longer than reading it.
 */
final class LateWeighting implements Weighting {
  private final Supplier<Weighting> maker;
  private volatile Weighting made;

  LateWeighting(Supplier<Weighting> maker) {
    this.maker = maker;
  }

  private Weighting get() {
    Weighting now = made;
    if (now == null) {
      synchronized (this) {
        now = made;
        if (now == null) {
          now = maker.get();
          made = now;
        }
      }
    }
    return now;
  }

  @Override
  public double calcMinWeightPerDistance() {
    return get().calcMinWeightPerDistance();
  }

  @Override
  public double calcEdgeWeight(EdgeIteratorState edge, boolean reverse) {
    return get().calcEdgeWeight(edge, reverse);
  }

  @Override
  public long calcEdgeMillis(EdgeIteratorState edge, boolean reverse) {
    return get().calcEdgeMillis(edge, reverse);
  }

  @Override
  public double calcTurnWeight(int inEdge, int viaNode, int outEdge) {
    return get().calcTurnWeight(inEdge, viaNode, outEdge);
  }

  @Override
  public long calcTurnMillis(int inEdge, int viaNode, int outEdge) {
    return get().calcTurnMillis(inEdge, viaNode, outEdge);
  }

  /** No profile of ours prices turns; asked before the weighting is needed. */
  @Override
  public boolean hasTurnCosts() {
    return false;
  }

  @Override
  public String getName() {
    return get().getName();
  }
}
