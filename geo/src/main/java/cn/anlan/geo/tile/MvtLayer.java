package cn.anlan.geo.tile;

import cn.anlan.geo.protobuf.ProtoBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tile of one layer in the encoding of the Mapbox Vector Tile specification 2.1. Equal keys and
 * values are stored once. Coordinates are whole units of a tile that is {@link #EXTENT} wide, y
 * downward.
 */
final class MvtLayer {
  static final int EXTENT = 4096;

  private static final int POINT = 1;
  private static final int LINE = 2;
  private static final int POLYGON = 3;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;
  private static final int CLOSE_PATH = 7;

  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<Object, Integer> values = new LinkedHashMap<>();
  private final ProtoBuffer features = new ProtoBuffer();
  private final ProtoBuffer feature = new ProtoBuffer();
  private final ProtoBuffer tags = new ProtoBuffer();
  private final ProtoBuffer commands = new ProtoBuffer();
  private final String name;
  private boolean hasId;
  private long id;
  private int x;
  private int y;

  MvtLayer(String name) {
    this.name = name;
  }

  /** Begins a feature with the number that the API knows it by. */
  MvtLayer feature(long number) {
    hasId = true;
    id = number;
    return begin();
  }

  /** Begins a feature that stands for several. */
  MvtLayer cell() {
    hasId = false;
    return begin();
  }

  private MvtLayer begin() {
    tags.clear();
    commands.clear();
    x = 0;
    y = 0;
    return this;
  }

  /**
   * @param value a {@link String}, {@link Long}, {@link Double} or {@link Boolean}; null is left
   *     out, as the format has none
   */
  MvtLayer tag(String key, Object value) {
    if (value != null) {
      tags.varint(keys.computeIfAbsent(key, k -> keys.size()));
      tags.varint(values.computeIfAbsent(value, v -> values.size()));
    }
    return this;
  }

  void point(int atX, int atY) {
    command(MOVE_TO, 1);
    to(atX, atY);
    finish(POINT);
  }

  /**
   * @param parts each x, y, x, y …, at least two places
   */
  void lines(List<int[]> parts) {
    for (int[] part : parts) {
      path(part, part.length / 2);
    }
    finish(LINE);
  }

  /**
   * @param rings each x, y, x, y …, at least three places, the first not repeated; an outer ring
   *     with positive area (clockwise as seen), its holes after it with negative
   */
  void polygons(List<int[]> rings) {
    for (int[] ring : rings) {
      path(ring, ring.length / 2);
      command(CLOSE_PATH, 1);
    }
    finish(POLYGON);
  }

  private void path(int[] places, int count) {
    command(MOVE_TO, 1);
    to(places[0], places[1]);
    command(LINE_TO, count - 1);
    for (int i = 1; i < count; i++) {
      to(places[2 * i], places[2 * i + 1]);
    }
  }

  private void command(int command, int count) {
    commands.varint((long) count << 3 | command);
  }

  private void to(int toX, int toY) {
    commands.zigzag(toX - x);
    commands.zigzag(toY - y);
    x = toX;
    y = toY;
  }

  private void finish(int type) {
    feature.clear();
    if (hasId) {
      feature.number(1, id);
    }
    feature.message(2, tags);
    feature.number(3, type);
    feature.message(4, commands);
    features.message(2, feature);
  }

  /** The whole tile; no bytes at all where there is no feature. */
  byte[] toTile() {
    if (features.length() == 0) {
      return new byte[0];
    }
    ProtoBuffer head = new ProtoBuffer();
    head.number(15, 2);
    head.text(1, name);
    ProtoBuffer tail = new ProtoBuffer();
    keys.keySet().forEach(key -> tail.text(3, key));
    values.keySet().forEach(value -> tail.message(4, encoded(value)));
    tail.number(5, EXTENT);
    ProtoBuffer layer = new ProtoBuffer();
    layer.append(head);
    layer.append(features);
    layer.append(tail);
    ProtoBuffer tile = new ProtoBuffer();
    tile.message(3, layer);
    return tile.toBytes();
  }

  private static ProtoBuffer encoded(Object value) {
    ProtoBuffer result = new ProtoBuffer();
    if (value instanceof String text) {
      result.text(1, text);
    } else if (value instanceof Double number) {
      result.fixed(3, number);
    } else if (value instanceof Long whole) {
      if (whole < 0) {
        result.signedNumber(6, whole);
      } else {
        result.number(5, whole);
      }
    } else if (value instanceof Boolean truth) {
      result.number(7, truth ? 1 : 0);
    } else {
      throw new IllegalArgumentException("no vector tile value: " + value.getClass());
    }
    return result;
  }
}
