package cn.anlan.web.tiles;

import cn.anlan.geo.snapshot.LayerSnapshot;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.web.snapshot.LiveSnapshots;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers requests for tiles that are kept before anything else looks at them: most of a request's
 * cost is finding out what it asks for. Whatever is not kept, or not simple, goes its usual way.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after the guard, who still looks at every request
class TileShortcut extends OncePerRequestFilter {
  private static final String COLLECTIONS = "/ogc/collections/";
  private static final String TILES = "/tiles/";

  private final LiveSnapshots snapshots;
  private final TileCache tiles;

  TileShortcut(LiveSnapshots snapshots, TileCache tiles) {
    this.snapshots = snapshots;
    this.tiles = tiles;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Generation generation = snapshots.current();
    Optional<LayerSnapshot> layer = onlyLayer(request, generation);
    if (layer.isPresent()) {
      TileCache.Key key = TileAnswer.key(request, snapshots.scope(), layer.get().number());
      TileCache.Tile tile = tiles.find(key);
      if (tile != null) {
        TileAnswer.send(key, tile.gzip(), request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** The layer of a tile that looks at no other. */
  private static Optional<LayerSnapshot> onlyLayer(
      HttpServletRequest request, Generation generation) {
    String path = request.getRequestURI();
    if (!path.startsWith(COLLECTIONS) || !request.getMethod().equals("GET")) {
      return Optional.empty();
    }
    int end = path.indexOf('/', COLLECTIONS.length());
    return end < 0 || !path.startsWith(TILES, end)
        ? Optional.empty()
        : generation.find(path.substring(COLLECTIONS.length(), end));
  }
}
