package cn.anlan.data.demo.road;

import cn.anlan.data.demo.road.LineGraph.Route;
import cn.anlan.data.demo.road.Pieces.Piece;
import cn.anlan.geo.road.DowngradeSearch;
import cn.anlan.geo.road.DowngradeSearch.Span;
import cn.anlan.geo.road.GradeLimits;
import cn.anlan.geo.road.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;

/**
 * Finds long downgrades (长大下坡) in the profiles of the routes, in both directions: stretches that
 * exceed {@link GradeLimits}, with no climb of more than the tolerance in them.
 */
final class Downgrades {
  private static final double CLIMB_M = 12;

  /**
   * A stretch that is too long and too steep, from its top to its foot.
   *
   * @param pieces it lies on, in the order of the stakes
   * @param topKm stake where the descent begins; greater than the foot's where stakes fall
   */
  record Downgrade(List<Piece> pieces, double topKm, double footKm, double dropM) {
    double fromKm() {
      return Math.min(topKm, footKm);
    }

    double toKm() {
      return Math.max(topKm, footKm);
    }

    boolean withStakes() {
      return footKm > topKm;
    }

    double averagePct() {
      return dropM / (toKm() - fromKm()) / 10;
    }

    Route route() {
      return pieces.get(0).route();
    }
  }

  private final DowngradeSearch search;
  private final List<Downgrade> found = new ArrayList<>();

  private Downgrades(GradeLimits limits) {
    this.search = new DowngradeSearch(limits, CLIMB_M);
  }

  /** In order of drop, the greatest first. Pieces must stand route by route, by their stakes. */
  static List<Downgrade> find(List<Piece> pieces, GradeLimits limits) {
    Downgrades search = new Downgrades(limits);
    int start = 0;
    for (int i = 1; i <= pieces.size(); i++) {
      if (i == pieces.size() || !follows(pieces.get(i - 1), pieces.get(i))) {
        search.run(pieces.subList(start, i));
        start = i;
      }
    }
    search.found.sort(
        Comparator.comparingDouble((Downgrade d) -> -d.dropM)
            .thenComparing(d -> d.route().no())
            .thenComparingDouble(Downgrade::fromKm));
    return search.found;
  }

  private static boolean follows(Piece a, Piece b) {
    return a.route() == b.route() && a.toKm() == b.fromKm() && a.last() == b.first();
  }

  private void run(List<Piece> run) {
    int n = 1;
    for (Piece piece : run) {
      n += piece.line().getNumPoints() - 1;
    }
    double[] km = new double[n];
    double[] z = new double[n];
    int at = 0;
    for (Piece piece : run) {
      Coordinate[] c = piece.line().getCoordinates();
      for (int i = at == 0 ? 0 : 1; i < c.length; i++) {
        km[at] = piece.fromKm() + (piece.toKm() - piece.fromKm()) * i / (c.length - 1);
        z[at++] = c[i].z;
      }
    }
    Profile profile = new Profile(km, z, GradeLimits.isFast(run.get(0).route().kind().roadClass()));
    descend(run, profile);
    descend(run, profile.reversed());
  }

  /** Of stretches that overlap only the one with the greatest drop. */
  private void descend(List<Piece> run, Profile profile) {
    double[] km = profile.alongKm();
    double[] z = profile.heightM();
    List<Span> hits = new ArrayList<>(search.maximal(profile, 0));
    hits.sort(Comparator.comparingDouble(h -> z[h.foot()] - z[h.top()]));
    List<Span> kept = new ArrayList<>();
    for (Span hit : hits) {
      if (kept.stream().allMatch(k -> k.foot() <= hit.top() || hit.foot() <= k.top())) {
        kept.add(hit);
        double top = km[hit.top()];
        double foot = km[hit.foot()];
        List<Piece> under =
            run.stream()
                .filter(p -> p.toKm() > Math.min(top, foot) && p.fromKm() < Math.max(top, foot))
                .toList();
        found.add(new Downgrade(under, top, foot, z[hit.top()] - z[hit.foot()]));
      }
    }
  }
}
