package cn.anlan.web.network;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Progress;
import cn.anlan.data.store.Settings;
import cn.anlan.geo.fault.UserFault;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.geo.snapshot.SnapshotStore.Generation;
import cn.anlan.geo.text.Text;
import cn.anlan.geo.yaml.DefinitionException;
import cn.anlan.web.problem.NotFound;
import cn.anlan.web.problem.NotReady;
import cn.anlan.web.snapshot.GenerationLoop;
import cn.anlan.web.snapshot.LiveSnapshots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * The networks that the service answers from. The province's is opened at the start where it
 * stands; where the layers or the model differ from what it was made of, it is prepared anew in the
 * background, and the old one goes on answering until then ({@link #notice} says so). Others are
 * opened when they are first asked for and kept, the last few of them.
 */
@Component
public class RoadNetworks implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(RoadNetworks.class);
  private static final int OTHERS_KEPT = 3;

  private final NetworkFolder folder;
  private final Database database;
  private final GenerationLoop loop;
  private final Map<String, Opened> others = new LinkedHashMap<>(16, 0.75f, true);
  private volatile RoadNetwork province;
  private volatile String trouble; // why none can be made of the layers as they are; or null
  private volatile boolean preparing;

  /** An open network and when it was made. */
  private record Opened(RoadNetwork network, String builtAt) {}

  RoadNetworks(Settings settings, Database database, LiveSnapshots snapshots) {
    this.folder = new NetworkFolder(settings);
    this.database = database;
    this.loop =
        new GenerationLoop(
            "road-network", snapshots, (now, today) -> look(now), this::modelAndNetwork);
  }

  /** A model or network that has been put in place by hand or command is to be seen, too. */
  private List<String> modelAndNetwork() {
    return List.of(folder.modelText(), folder.findBuiltAt(NetworkFolder.PROVINCE).orElse(""));
  }

  private void look(Generation now) {
    try {
      if (province == null) {
        province = findStanding().orElse(null);
      }
      preparing = province == null || !folder.isProvinceFresh(database);
      if (preparing) {
        NetworkManifest made =
            folder
                .tryBuildProvince(database, Progress.silent())
                .orElseThrow(() -> new NotReady("another process is preparing the road network"));
        LOG.info("road network: {} edges in {} s", made.edges(), Math.round(made.builtS()));
      }
      if (preparing || !isOfLastBuild(province)) {
        province = folder.open(NetworkFolder.PROVINCE);
      }
      trouble = null;
    } catch (UserFault | DefinitionException fault) {
      trouble = fault instanceof UserFault user ? user.line() : fault.getMessage();
      LOG.warn("road network: {}", trouble);
      if (now.get("road").rows().findAny().isEmpty()) {
        province = null; // what was there must not be driven on
      }
    }
    preparing = false;
  }

  private boolean isOfLastBuild(RoadNetwork open) {
    return folder
        .findBuiltAt(NetworkFolder.PROVINCE)
        .equals(Optional.of(open.manifest().builtAt()));
  }

  /** One that is damaged, or of another program, is none: it is made anew. */
  private Optional<RoadNetwork> findStanding() {
    try {
      return folder.names().contains(NetworkFolder.PROVINCE)
          ? Optional.of(folder.open(NetworkFolder.PROVINCE))
          : Optional.empty();
    } catch (UserFault ofAnotherVersion) {
      LOG.info("{}; it is prepared anew", ofAnotherVersion.getMessage());
      return Optional.empty();
    } catch (RuntimeException damaged) {
      LOG.warn("the road network that stands cannot be opened; it is prepared anew", damaged);
      return Optional.empty();
    }
  }

  /** The province's network as it is now; empty while there is none. */
  public Optional<RoadNetwork> findProvince() {
    return Optional.ofNullable(province);
  }

  /** What an answer by a network has to say of its age; empty where it is that of the layers. */
  public Optional<Text> notice(String name) {
    RoadNetwork now = province;
    if (!name.equals(NetworkFolder.PROVINCE) || now == null || !preparing && trouble == null) {
      return Optional.empty();
    }
    String built = now.manifest().builtAt();
    String why = trouble;
    return Optional.of(
        why == null
            ? new Text(
                "道路、风险点或模型已有变化，路网正在重新生成；本结果所据路网生成于 " + built,
                "roads, hazards or model have changed and the network is being prepared anew; this"
                    + " answer is by that of "
                    + built)
            : new Text(
                "道路、风险点或模型已有变化，路网未能更新（%s）；本结果所据路网生成于 %s".formatted(why, built),
                "roads, hazards or model have changed but the network could not be renewed (%s); this"
                        .formatted(why)
                    + " answer is by that of "
                    + built));
  }

  /**
   * A network by its name. It may be replaced by a newer one while it is used; what is asked of it
   * stays good.
   *
   * @throws NotReady where the province's is still being prepared
   * @throws NotFound where there is none of this name
   * @throws UserFault where there can be none: there are no roads
   */
  public RoadNetwork get(String name) {
    if (name.equals(NetworkFolder.PROVINCE)) {
      RoadNetwork now = province;
      String why = trouble;
      if (now == null && why != null) {
        throw new UserFault(why, "");
      }
      if (now == null) {
        throw new NotReady(
            "路网 " + name + " 正在生成 (the road network " + name + " is being prepared)");
      }
      return now;
    }
    synchronized (others) {
      String builtAt = folder.manifest(name).builtAt();
      Opened open = others.get(name);
      if (open == null || !open.builtAt.equals(builtAt)) {
        open = new Opened(folder.open(name), builtAt);
        others.put(name, open);
        if (others.size() > OTHERS_KEPT) {
          others.remove(others.keySet().iterator().next());
        }
      }
      return open.network;
    }
  }

  /** The names of all, the province's first where it is there. */
  public List<String> names() {
    return folder.names().stream()
        .sorted(
            (a, b) ->
                Boolean.compare(b.equals(NetworkFolder.PROVINCE), a.equals(NetworkFolder.PROVINCE)))
        .toList();
  }

  @Override
  public void destroy() {
    loop.close();
  }
}
