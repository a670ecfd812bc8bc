package cn.anlan.data.road;

import cn.anlan.geo.road.Profile;
import cn.anlan.geo.road.linear.Direction;
import cn.anlan.geo.road.linear.StakeRange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A profile of a route as one direction of traffic meets it. Its kilometres run on where the stakes
 * break off (断链): they are those of the stakes between the ends of each piece, and none where one
 * piece goes on from another.
 *
 * @param direction of the traffic: increasing or decreasing
 * @param profile in that direction, its kilometres rising from 0 with the stakes or falling to 0
 *     against them
 * @param sections which stakes it has where, by rising kilometres
 * @param isFromGround whether any piece has heights of an elevation model
 */
public record ProfileRun(
    String routeNo,
    Direction direction,
    Profile profile,
    List<Section> sections,
    boolean isFromGround) {
  private static final double SAME_KM = 1e-9;

  /**
   * Stakes without a break.
   *
   * @param alongKm where on the profile the least of them is
   */
  public record Section(double alongKm, StakeRange stakes) {
    private double endKm() {
      return alongKm + stakes.toKm() - stakes.fromKm();
    }

    private StakeRange cut(double lowKm, double highKm) {
      return new StakeRange(
          stakes.fromKm() + Math.max(0, lowKm - alongKm),
          stakes.toKm() - Math.max(0, endKm() - highKm));
    }
  }

  /**
   * The stakes of a stretch.
   *
   * @param fromKm the first in the direction of travel
   * @param toKm the last
   * @param ranges all of them, in the order in which they are met: more than one where they break
   *     off
   */
  public record StakesMet(double fromKm, double toKm, List<StakeRange> ranges) {
    /** Whether any of them lies between two stakes, the lesser first, and not only at one. */
    public boolean meets(double lowKm, double highKm) {
      return ranges.stream().anyMatch(r -> r.fromKm() < highKm && r.toKm() > lowKm);
    }
  }

  public ProfileRun {
    sections = List.copyOf(sections);
  }

  /**
   * @param stretches one after the other by rising stakes: the end of one is the beginning of the
   *     next, and counts once
   */
  static ProfileRun of(String routeNo, Direction direction, List<Stretch> stretches) {
    int size = stretches.stream().mapToInt(s -> s.stakeKm().length).sum();
    double[] along = new double[size];
    double[] heights = new double[size];
    int kept = 0;
    double begun = 0;
    List<Section> sections = new ArrayList<>();
    for (Stretch stretch : stretches) {
      for (int i = kept == 0 ? 0 : 1; i < stretch.stakeKm().length; i++) {
        along[kept] = begun + stretch.stakeKm()[i] - stretch.fromKm();
        heights[kept++] = stretch.heightM()[i];
      }
      add(sections, new Section(begun, new StakeRange(stretch.fromKm(), stretch.toKm())));
      begun = along[kept - 1];
    }
    Profile rising =
        new Profile(
            Arrays.copyOf(along, kept), Arrays.copyOf(heights, kept), stretches.get(0).isFast());
    return new ProfileRun(
        routeNo,
        direction,
        direction == Direction.DECREASING ? rising.reversed() : rising,
        sections,
        stretches.stream().anyMatch(Stretch::isFromGround));
  }

  private static void add(List<Section> sections, Section next) {
    Section last = sections.isEmpty() ? null : sections.get(sections.size() - 1);
    if (last != null && Math.abs(last.stakes.toKm() - next.stakes.fromKm()) < SAME_KM) {
      StakeRange both = new StakeRange(last.stakes.fromKm(), next.stakes.toKm());
      sections.set(sections.size() - 1, new Section(last.alongKm, both));
    } else {
      sections.add(next);
    }
  }

  /**
   * The stakes of a stretch of the profile.
   *
   * @param topKm along it, where the stretch begins in the direction of travel
   * @param footKm where it ends
   */
  public StakesMet stakes(double topKm, double footKm) {
    double low = Math.min(topKm, footKm);
    double high = Math.max(topKm, footKm);
    List<StakeRange> ranges = new ArrayList<>();
    for (Section section : sections) {
      if (section.alongKm < high - SAME_KM && section.endKm() > low + SAME_KM) {
        ranges.add(section.cut(low, high));
      }
    }
    double least = ranges.get(0).fromKm();
    double last = ranges.get(ranges.size() - 1).toKm();
    if (direction == Direction.DECREASING) {
      Collections.reverse(ranges);
      return new StakesMet(last, least, List.copyOf(ranges));
    }
    return new StakesMet(least, last, List.copyOf(ranges));
  }
}
