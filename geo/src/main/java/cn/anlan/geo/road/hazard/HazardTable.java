package cn.anlan.geo.road.hazard;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * All hazards of a prepared network by edge, made once when it is prepared and kept beside it.
 * Immutable.
 */
public final class HazardTable {
  private static final int FORMAT = 1;

  /**
   * What is told of a hazard.
   *
   * @param kind index in the model's kinds, or -1 − index of a closure of the office
   */
  public record Thing(int kind, String layer, String code, String name, double persons) {}

  /**
   * A hazard's stretch of an edge.
   *
   * @param thing number of the hazard
   * @param fromM along the edge's line
   */
  public record Item(int thing, double fromM, double toM) {
    double lengthM() {
      return toM - fromM;
    }
  }

  private final List<Thing> things;
  private final EdgeItems common;
  private final Map<Double, EdgeItems> byRadius;

  HazardTable(List<Thing> things, EdgeItems common, Map<Double, EdgeItems> byRadius) {
    this.things = List.copyOf(things);
    this.common = common;
    this.byRadius = new TreeMap<>(byRadius);
  }

  /** How many hazards concern some edge or none. */
  public int things() {
    return things.size();
  }

  /** How many stretches of edges in all. */
  public long items() {
    return common.size() + byRadius.values().stream().mapToLong(EdgeItems::size).sum();
  }

  public Thing thing(int number) {
    return things.get(number);
  }

  /** The hazards that concern no edge at all, by their numbers. */
  public BitSet idle() {
    BitSet idle = new BitSet();
    idle.set(0, things.size());
    common.forEachHazard(idle::clear);
    byRadius.values().forEach(circles -> circles.forEachHazard(idle::clear));
    return idle;
  }

  /**
   * Everything on an edge.
   *
   * @param radiusM a cargo's impact radius, one of those that the table was made for
   */
  public void forEach(int edge, double radiusM, Consumer<Item> visitor) {
    visit(common, edge, visitor);
    EdgeItems circles = byRadius.get(radiusM);
    if (circles == null) {
      throw new IllegalArgumentException(
          "no table for a radius of " + radiusM + " m, only " + byRadius.keySet());
    }
    visit(circles, edge, visitor);
  }

  private static void visit(EdgeItems items, int edge, Consumer<Item> visitor) {
    for (int i = items.first(edge); i < items.end(edge); i++) {
      visitor.accept(new Item(items.hazard(i), items.fromM(i), items.toM(i)));
    }
  }

  /** Writes it. */
  public void write(Path file) {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
      out.writeInt(FORMAT);
      out.writeInt(things.size());
      for (Thing thing : things) {
        out.writeInt(thing.kind);
        out.writeUTF(thing.layer);
        out.writeUTF(thing.code);
        out.writeUTF(thing.name);
        out.writeDouble(thing.persons);
      }
      common.write(out);
      out.writeInt(byRadius.size());
      for (Map.Entry<Double, EdgeItems> circles : byRadius.entrySet()) {
        out.writeDouble(circles.getKey());
        circles.getValue().write(out);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing the table of hazards", e);
    }
  }

  /**
   * Reads what {@link #write} has written.
   *
   * @throws IllegalStateException where it was written in another form
   */
  public static HazardTable read(Path file) {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
      if (in.readInt() != FORMAT) {
        throw new IllegalStateException("a table of hazards of another form");
      }
      List<Thing> things = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        things.add(
            new Thing(in.readInt(), in.readUTF(), in.readUTF(), in.readUTF(), in.readDouble()));
      }
      EdgeItems common = EdgeItems.read(in);
      Map<Double, EdgeItems> byRadius = new TreeMap<>();
      for (int left = in.readInt(); left > 0; left--) {
        byRadius.put(in.readDouble(), EdgeItems.read(in));
      }
      return new HazardTable(things, common, byRadius);
    } catch (IOException e) {
      throw new UncheckedIOException("reading the table of hazards", e);
    }
  }
}
