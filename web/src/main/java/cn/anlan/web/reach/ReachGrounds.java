package cn.anlan.web.reach;

import cn.anlan.data.store.Settings;
import cn.anlan.geo.road.reach.ReachModel;
import cn.anlan.geo.road.reach.ReachNetwork;
import cn.anlan.geo.road.route.NetworkManifest;
import cn.anlan.geo.road.route.RoadNetwork;
import cn.anlan.web.network.NetworkFolder;
import org.springframework.stereotype.Component;

/**
 * Networks made ready for teams: it takes some seconds for a million edges and serves until the
 * network itself is another. Two are remembered, the province's and the last one besides, each
 * behind a lock of its own, so that nobody who asks about the province waits for another network.
 */
@Component
public class ReachGrounds {
  private final ReachModel model;
  private final Remembered province = new Remembered();
  private final Remembered other = new Remembered();

  /**
   * @param settings say where the office's own model would be
   */
  public ReachGrounds(Settings settings) {
    this.model = ReachModel.load(settings.confDir());
  }

  /** The network as teams drive it. */
  public ReachGround of(RoadNetwork asked) {
    boolean isProvince = asked.manifest().name().equals(NetworkFolder.PROVINCE);
    return (isProvince ? province : other).of(asked);
  }

  private final class Remembered {
    private RoadNetwork network;
    private ReachGround ground;

    synchronized ReachGround of(RoadNetwork asked) {
      if (network != asked) {
        NetworkManifest manifest = asked.manifest();
        ground =
            new ReachGround(
                manifest.name(),
                ReachNetwork.of(asked.graph(), model),
                manifest.roadsDataVersion() == 0 ? null : manifest.roadsDataVersion());
        network = asked;
      }
      return ground;
    }
  }
}
