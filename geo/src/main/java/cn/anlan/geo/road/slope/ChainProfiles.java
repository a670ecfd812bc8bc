package cn.anlan.geo.road.slope;

import cn.anlan.geo.road.graph.RoadGraph;
import cn.anlan.geo.road.height.HeightModel;
import cn.anlan.geo.road.height.Heights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The roads of a network with their heights, one profile for each road and direction of travel.
 * Made while a network is prepared, when there is an elevation model, and kept beside it: the
 * graph's own heights are smoothed edge by edge only and jump at junctions, so they are no profile
 * of a road. Immutable.
 */
public final class ChainProfiles {
  private static final int FORMAT = 1;

  private final List<ChainProfile> profiles;
  private final List<Place> places;

  private ChainProfiles(List<ChainProfile> profiles, List<Place> places) {
    this.profiles = List.copyOf(profiles);
    this.places = List.copyOf(places);
  }

  /** A settlement. */
  public record Place(String name, double lonDeg, double latDeg) {}

  /**
   * Draws them.
   *
   * @param graph edges, lines and names only are asked
   * @param places by which ends are to be named
   */
  public static ChainProfiles of(
      RoadGraph graph, Heights ground, HeightModel method, List<Place> places) {
    BitSet inside = ChainProfile.insideStructures(graph);
    List<ChainProfile> profiles = new ArrayList<>();
    for (Chain chain : RoadChains.of(graph)) {
      profiles.add(ChainProfile.of(graph, chain, inside, ground, method));
    }
    return new ChainProfiles(profiles, places);
  }

  List<ChainProfile> profiles() {
    return profiles;
  }

  List<Place> places() {
    return places;
  }

  /** Writes them. */
  public void write(Path file) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.writeInt(FORMAT);
      out.writeInt(places.size());
      for (Place place : places) {
        out.writeUTF(place.name);
        out.writeDouble(place.lonDeg);
        out.writeDouble(place.latDeg);
      }
      out.writeInt(profiles.size());
      for (ChainProfile profile : profiles) {
        int[] halves = profile.chain().halves();
        out.writeInt(halves.length);
        for (int half : halves) {
          out.writeInt(half);
        }
        out.writeInt(profile.heightM().length);
        for (float height : profile.heightM()) {
          out.writeFloat(height);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing the roads' profiles", e);
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @param graph the one that they were drawn on
   * @throws IllegalStateException where it was written in another form
   */
  public static ChainProfiles read(Path file, RoadGraph graph) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalStateException("profiles of roads of another form");
      }
      List<Place> places = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        places.add(new Place(in.readUTF(), in.readDouble(), in.readDouble()));
      }
      List<ChainProfile> profiles = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        int[] halves = new int[in.readInt()];
        for (int i = 0; i < halves.length; i++) {
          halves[i] = in.readInt();
        }
        float[] heights = new float[in.readInt()];
        for (int i = 0; i < heights.length; i++) {
          heights[i] = in.readFloat();
        }
        profiles.add(new ChainProfile(new Chain(graph, halves), heights));
      }
      return new ChainProfiles(profiles, places);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the roads' profiles", e);
    }
  }

  /** Length of the roads of which some height is not known, roundabouts left out. */
  public double withoutHeightsM(RoadGraph graph) {
    BitSet known = new BitSet();
    for (ChainProfile profile : profiles) {
      int[] halves = profile.chain().halves();
      for (int i = 0; i < halves.length; i++) {
        if (profile.isKnown(profile.chain().startM(i), profile.chain().startM(i + 1))) {
          known.set(Chain.edge(halves[i]));
        }
      }
    }
    double[] sum = new double[1];
    graph.forEachEdge(
        edge -> {
          boolean counts = edge.isOpenToCars() && !graph.isRoundabout(edge.id());
          sum[0] += counts && !known.get(edge.id()) ? edge.lengthM() : 0;
        });
    return sum[0];
  }
}
