package cn.anlan.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.store.Database;
import cn.anlan.data.store.Sql;
import cn.anlan.data.store.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the zone is the whole program's")
class ChinaTimeTest {
  @Test
  void theDayIsThatOfChinaAlsoInTheDatabaseWhereverTheMachineStands() throws SQLException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Etc/GMT+12")); // twenty hours behind China
    try {
      ChinaTime.use();
      try (Database database = TestDatabase.open();
          Connection connection = database.reader().getConnection()) {
        LocalDate day = Instant.now().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
        String zone = Sql.list(connection, "SHOW timezone", row -> row.getString(1)).get(0);
        LocalDate there =
            Sql.list(connection, "SELECT current_date", row -> row.getObject(1, LocalDate.class))
                .get(0);
        assertThat(zone).isEqualTo("Asia/Shanghai");
        assertThat(LocalDate.now()).isBetween(day, day.plusDays(1)); // midnight may pass meanwhile
        assertThat(there).isBetween(day, day.plusDays(1));
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
