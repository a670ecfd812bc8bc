package cn.anlan.data.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.anlan.data.source.file.DeclaredCrs;
import cn.anlan.data.source.file.DeliveredFile;
import cn.anlan.data.source.file.SourceRow;
import cn.anlan.geo.fault.UserFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Rows arrive in their order, faults after the rows before them, and giving up ends the reading.
 */
@Timeout(20)
class ReadAheadTest {
  private static final int ROWS = 10_000;

  @Test
  void everyRowArrivesOnceAndInOrder() {
    List<Long> numbers = new ArrayList<>();
    ReadAhead.forEach(new Numbers(0), row -> numbers.add(row.number()));
    assertThat(numbers).hasSize(ROWS).isSorted().startsWith(1L).endsWith((long) ROWS);
  }

  @Test
  void aFaultOfTheFileComesAfterTheRowsBeforeIt() {
    List<Long> numbers = new ArrayList<>();
    assertThatThrownBy(() -> ReadAhead.forEach(new Numbers(777), row -> numbers.add(row.number())))
        .isInstanceOf(UserFault.class)
        .hasMessageContaining("777");
    assertThat(numbers).hasSize(776);
  }

  @Test
  void whoGivesUpLeavesNoThreadBehind() {
    assertThatThrownBy(
            () ->
                ReadAhead.forEach(
                    new Numbers(0),
                    row -> {
                      throw new IllegalStateException("enough");
                    }))
        .hasMessage("enough");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("import-reader");
  }

  /** A file of numbered rows that breaks off at one of them, or at none. */
  private record Numbers(int broken) implements DeliveredFile {
    @Override
    public String format() {
      return "CSV";
    }

    @Override
    public List<String> columns() {
      return List.of("code");
    }

    @Override
    public boolean hasGeometry() {
      return false;
    }

    @Override
    public Optional<DeclaredCrs> declaredCrs() {
      return Optional.empty();
    }

    @Override
    public String encoding() {
      return "UTF-8";
    }

    @Override
    public void forEach(Consumer<SourceRow> consumer) {
      for (int i = 1; i <= ROWS; i++) {
        if (i == broken) {
          throw new UserFault("第 " + i + " 行断了", "重新导出");
        }
        consumer.accept(new SourceRow(i, Map.of(), null, List.of()));
      }
    }

    @Override
    public void close() {}
  }
}
