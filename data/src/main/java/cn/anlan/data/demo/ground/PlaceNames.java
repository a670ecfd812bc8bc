package cn.anlan.data.demo.ground;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Invented place names, none twice in a county. */
final class PlaceNames {
  private static final String FIRST = "清石黄白龙大长新金东西南上下高青枫竹松桃杨梅沙双中官古水山云乌良秀罗横茶樟杉莲荷";
  private static final String SECOND = "溪岭田塘坪源湖桥头背口坑家排山洲港埠陂村岗屋湾坊圩江林原段垅市泉店桂坞畲墩井亭前";

  private final Iterator<String> left;

  PlaceNames(Random random) {
    List<String> names = new ArrayList<>(FIRST.length() * SECOND.length());
    for (char first : FIRST.toCharArray()) {
      for (char second : SECOND.toCharArray()) {
        if (first != second && second != '村' && second != '市') {
          names.add("示例" + first + second);
        }
      }
    }
    Collections.shuffle(names, random);
    left = names.iterator();
  }

  String next() {
    return left.next();
  }
}
