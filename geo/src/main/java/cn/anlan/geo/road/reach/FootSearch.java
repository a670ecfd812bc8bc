package cn.anlan.geo.road.reach;

/**
 * Finds where to leave the roads for a place: of the feet on all roads within the model's bound the
 * one with the least time there and straight on to the place. Boxes are opened in the order of the
 * least time that anything in them can have; what cannot be sooner than the best found is never
 * looked at, so the answer is that of looking at all. For one thread.
 */
final class FootSearch {
  /** When a vehicle is on the roads. */
  interface Times {
    /** At most the seconds at any point of a tree's node; infinite where nobody comes. */
    double leastS(int node);

    /** Seconds at a point of an edge; infinite where nobody comes. */
    double seconds(int edge, double share);
  }

  /** Every road at once: what is found is the nearest. */
  static final Times AT_ONCE =
      new Times() {
        @Override
        public double leastS(int node) {
          return 0;
        }

        @Override
        public double seconds(int edge, double share) {
          return 0;
        }
      };

  /** The main roads at once and no others: what is found is the nearest of them. */
  record OnMainRoads(ReachNetwork roads) implements Times {
    @Override
    public double leastS(int node) {
      return 0;
    }

    @Override
    public double seconds(int edge, double share) {
      return roads.isMain(edge) ? 0 : Double.POSITIVE_INFINITY;
    }
  }

  private final ReachNetwork network;
  private final StoppingRoads roads;
  private final Times times;
  private final TimeHeap heap = new TimeHeap();
  private final StoppingRoads.FootVisitor visitor = this::visit;

  private double bestS;
  private int edge;
  private double share;
  private double awayM;

  FootSearch(ReachNetwork network, Times times) {
    this.network = network;
    this.roads = network.roads();
    this.times = times;
  }

  /**
   * Searches; what was found is asked for after it.
   *
   * @param withinS what is later is not found
   * @return whether anything was found
   */
  boolean find(double lonDeg, double latDeg, double withinS) {
    edge = -1;
    awayM = Double.POSITIVE_INFINITY;
    bestS = Math.nextUp(withinS);
    if (Double.isNaN(lonDeg + latDeg) || roads.root() < 0) {
      return false;
    }
    double boundM = network.model().offRoadBoundM();
    NearPlane plane = new NearPlane(lonDeg, latDeg);
    heap.clear();
    open(plane, roads.root(), boundM);
    while (!heap.isEmpty() && heap.time() < bestS) {
      int node = heap.pop();
      if (node < roads.size()) {
        roads.feet(plane, node, boundM, visitor);
      } else {
        for (int child = roads.firstChild(node); child < roads.endOfChildren(node); child++) {
          open(plane, child, boundM);
        }
      }
    }
    return edge >= 0;
  }

  private void open(NearPlane plane, int node, double boundM) {
    double toBoxM = roads.toBoxM(plane, node);
    if (toBoxM <= boundM) {
      double least = times.leastS(node) + network.model().offRoadS(toBoxM);
      if (least < bestS) {
        heap.push(least, node);
      }
    }
  }

  private void visit(int ofEdge, double along, double footM) {
    double offRoadS = network.model().offRoadS(footM);
    if (offRoadS < bestS) {
      double seconds = times.seconds(ofEdge, along) + offRoadS;
      if (seconds < bestS) {
        bestS = seconds;
        edge = ofEdge;
        share = along;
        awayM = footM;
      }
    }
  }

  /** Seconds until the place is reached; only where something was found. */
  double seconds() {
    return bestS;
  }

  /** Where the road is left. */
  int edge() {
    return edge;
  }

  double share() {
    return share;
  }

  /** Metres from there to the place; infinite where nothing was found. */
  double awayM() {
    return awayM;
  }
}
