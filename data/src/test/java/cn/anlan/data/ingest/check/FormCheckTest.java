package cn.anlan.data.ingest.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.anlan.data.ingest.AtTheOffice;
import cn.anlan.data.ingest.ImportReport;
import cn.anlan.data.ingest.request.ImportMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The campaign forms: cumulative cells, and parts of wholes. */
class FormCheckTest extends AtTheOffice {
  private static final String HEADING =
      "code,name,form,period,item_no,item,measure,value,county_code\n";

  private Path forms(String name, String... codeFormPeriodItemMeasureValue) {
    StringBuilder csv = new StringBuilder(HEADING);
    for (String row : codeFormPeriodItemMeasureValue) {
      String[] c = row.split(",", -1);
      csv.append(String.join(",", c[0], "表", c[1], c[2], c[3], "栏", c[4], c[5], "360102") + "\n");
    }
    return office.file(name, csv.toString());
  }

  private ImportReport run(Path file) {
    return office.run("dispatch_report", file, r -> r.mode(ImportMode.QUARANTINE));
  }

  @Test
  void cumulativeFiguresNeverFallWithinAYearInWhateverOrderTheRowsCome() {
    ImportReport report =
        run(
            forms(
                "f1.csv",
                "3,f1,2019-05,1,inspected,90",
                "1,f1,2019-03,1,inspected,100",
                "2,f1,2019-04,1,inspected,100",
                "4,f1,2019-06,1,inspected,",
                "5,f1,2019-07,1,inspected,95",
                "6,f1,2020-02,1,inspected,3",
                "7,f1,2019-04,2,inspected,1"));

    assertThat(report.issues())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.row()).isEqualTo(1);
              assertThat(i.field()).isEqualTo("value");
              assertThat(i.reason()).contains("2019-04 的 100 少");
            });
  }

  @Test
  void aLaterDeliveryIsComparedWithWhatIsStoredOnBothSides() {
    run(
        forms(
            "first.csv",
            "1,f2,2019-03,7,count,10",
            "2,f2,2019-05,7,count,20",
            "9,f2,2019-05,8,count,2"));

    ImportReport report =
        run(
            forms(
                "second.csv",
                "3,f2,2019-04,7,count,25",
                "4,f2,2019-06,7,count,19",
                "5,f2,2019-05,7,count,21",
                "9,f2,2019-05,8,count,1"));

    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity() + " " + i.reason().split(" ")[0])
        .containsExactly("1 ERROR 累计数比已入库的", "2 ERROR 累计数比", "3 ERROR 同县同期同一格已有编码", "3 ERROR 累计数比");
    assertThat(office.rows("SELECT value FROM layer.dispatch_report WHERE code = '9'"))
        .as("a correction under its own key")
        .containsExactly("1");
  }

  @Test
  void partsDoNotExceedTheirWholes() {
    ImportReport report =
        run(
            forms(
                "parts.csv",
                "1,f1,2019-03,4,found,10",
                "2,f1,2019-03,4,fixed,11",
                "3,f1,2019-03,5,found,10",
                "4,f1,2019-03,5,fixed,10",
                "5,f2,2019-03,1,count,4",
                "6,f2,2019-03,2,count,2",
                "7,f2,2019-03,6,count,7",
                "8,f2,2019-03,3,count,5",
                "9,f2,2019-03,4,count,1",
                "10,f2,2019-03,5,count,1",
                "11,f3,2021-06,A1,count,3",
                "12,f3,2021-06,A2,count,4",
                "13,f3,2021-06,B1,count,60",
                "14,f3,2021-06,B8,count,60",
                "15,f3,2021-06,B7,count,61",
                "16,f3,2021-06,A4,count,9"));

    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.severity())
        .containsExactly(
            "2 ERROR", "7 ERROR", "8 WARNING", "9 WARNING", "10 WARNING", "12 ERROR", "15 ERROR");
    assertThat(report.issues().get(0).reason()).contains("第 4 fixed 栏 11 大于第 4 found 栏 10");
    assertThat(report.issues().get(1).reason()).contains("第 6 栏 7 大于第 1+2 栏 6");
    assertThat(report.issues().get(2).remedy()).contains("几级挂牌");
  }

  @Test
  void columnsMeasuresAndPeriodsAreThoseOfTheForm() {
    ImportReport report =
        run(
            forms(
                "odd.csv",
                "1,f1,2019-03,18,inspected,1",
                "2,f1,2019-03,1,count,1",
                "3,f1,2019/3,1,inspected,1",
                "4,f3,2021-06,D6,yes_no,2",
                "5,f3,2021-07,D6,yes_no,1",
                "6,f3,2021-06,C3,count,12",
                "7,f3,2021-06,C3,amount,3.5"));

    assertThat(report.issues())
        .extracting(i -> i.row() + " " + i.field())
        .containsExactly("1 item_no", "2 measure", "3 period", "4 value");
    assertThat(report.accepted()).isEqualTo(3);
  }
}
