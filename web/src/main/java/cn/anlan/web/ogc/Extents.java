package cn.anlan.web.ogc;

import cn.anlan.data.catalog.Layer;
import cn.anlan.data.catalog.LayerTime;
import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.Query;
import cn.anlan.geo.snapshot.Scope;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import org.locationtech.jts.geom.Envelope;
import org.roaringbitmap.PeekableIntIterator;
import org.springframework.stereotype.Component;

/** Where and when the rows of a layer are; found by looking at each, once for a snapshot. */
@Component
class Extents {
  private static final int MOST = 512;

  /**
   * @param lonLat a null envelope where no row has a place
   * @param first null where open or unknown
   * @param last null where open or unknown
   */
  record Extent(long rows, Envelope lonLat, LocalDate first, LocalDate last) {}

  private record Key(long snapshot, String scope) {}

  private final Cache<Key, Extent> known = Caffeine.newBuilder().maximumSize(MOST).build();

  Extent of(Layer layer, LayerSnapshot snapshot, Scope scope) {
    return known.get(
        new Key(snapshot.number(), scope.cacheKey()), key -> look(layer, snapshot, scope));
  }

  private static Extent look(Layer layer, LayerSnapshot snapshot, Scope scope) {
    String begin = LayerTime.of(layer).map(LayerTime::begin).orElse(null);
    String end = LayerTime.of(layer).map(t -> t.isInterval() ? t.end() : t.begin()).orElse(null);
    Envelope all = new Envelope();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    long rows = 0;
    PeekableIntIterator each = Query.on(snapshot, scope).rows().getIntIterator();
    while (each.hasNext()) {
      int row = each.next();
      rows++;
      if (snapshot.isPoint(row)) {
        expand(all, snapshot.lonDeg(row), snapshot.latDeg(row));
      } else {
        all.expandToInclude(snapshot.envelope(row));
      }
      if (begin != null) {
        int from = snapshot.epochDay(begin, row);
        first = from == Integer.MIN_VALUE ? first : Math.min(first, from);
        last = Math.max(last, snapshot.epochDay(end, row));
      }
    }
    return new Extent(
        rows,
        all,
        first == Integer.MAX_VALUE ? null : LocalDate.ofEpochDay(first),
        last == Integer.MIN_VALUE ? null : LocalDate.ofEpochDay(last));
  }

  private static void expand(Envelope all, double lonDeg, double latDeg) {
    if (!Double.isNaN(lonDeg)) {
      all.expandToInclude(lonDeg, latDeg);
    }
  }
}
