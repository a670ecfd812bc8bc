package cn.anlan.data.demo.mine;

import cn.anlan.data.demo.draw.DemoPlan;
import cn.anlan.data.demo.draw.DemoSink;
import cn.anlan.data.demo.draw.Planted;
import cn.anlan.data.demo.ground.Ground;
import cn.anlan.data.demo.ground.Settlements;
import cn.anlan.data.demo.industry.Industry;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The theme of mines: tailings ponds, mine systems and their plans, quarries, sand mining, wells
 * and geological hazards. All of it is ground, the same at every scale but for the enterprises that
 * works are ascribed to.
 */
public final class Mines {
  private final List<Planted> planted = new ArrayList<>();

  private Mines() {}

  /** Draws and hands over the layers of the theme. */
  public static Mines draw(
      Ground ground, Settlements settlements, Industry industry, DemoPlan plan, DemoSink sink) {
    Mines mines = new Mines();
    Owners owners = new Owners(industry);
    Random random = plan.random("tailings");
    TailingsPonds ponds =
        new TailingsPonds(
            ground, new MinePlaces(ground, industry, random), settlements, owners, random);
    ponds.handTo(sink);
    mines.planted.addAll(ponds.planted());
    random = plan.random("mine");
    MineSystems systems = new MineSystems(new MinePlaces(ground, industry, random), owners, random);
    systems.handTo(sink);
    mines.planted.addAll(systems.planted());
    random = plan.random("quarry");
    Quarries quarries = new Quarries(new MinePlaces(ground, industry, random), owners, random);
    quarries.handTo(sink);
    mines.planted.addAll(quarries.planted());
    random = plan.random("sand");
    new SandMining(ground, new MinePlaces(ground, industry, random), random).handTo(sink);
    random = plan.random("ground point");
    new GroundPoints(new MinePlaces(ground, industry, random), random).handTo(sink);
    return mines;
  }

  /** What was put in on purpose for finders to find. */
  public List<Planted> planted() {
    return List.copyOf(planted);
  }
}
