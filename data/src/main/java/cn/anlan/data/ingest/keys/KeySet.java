package cn.anlan.data.ingest.keys;

import java.util.AbstractSet;
import java.util.Iterator;

/**
 * Keys that can only be asked for, in about 40 bytes each whatever their length; see {@link
 * SeenKeys}.
 */
public final class KeySet extends AbstractSet<String> {
  private final SeenKeys keys = new SeenKeys();
  private int size;

  @Override
  public boolean add(String key) {
    boolean fresh = keys.firstRow(key, 1) == 0;
    size += fresh ? 1 : 0;
    return fresh;
  }

  @Override
  public boolean contains(Object key) {
    return key instanceof String text && keys.isSeen(text);
  }

  @Override
  public int size() {
    return size;
  }

  /**
   * @throws UnsupportedOperationException always: the keys themselves are not kept
   */
  @Override
  public Iterator<String> iterator() {
    throw new UnsupportedOperationException();
  }
}
