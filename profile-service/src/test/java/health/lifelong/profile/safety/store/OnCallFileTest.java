package health.lifelong.profile.safety.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.safety.domain.OnCallLevel;
import health.lifelong.profile.safety.domain.OnCallList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnCallFileTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aCentreHasItsOwnLevelsOrTheInstitutes() throws IOException {
    write("thresholds.csv", "name,sex,value,unit,source\nsafety.notice_days,A,90,d,x\n");
    write(
        "on-call.csv",
        "centre,level,name,contact,escalate_after\n*,1,당직의,\"1, 2\",PT15M\nbusan,1,nurse,3,PT90S\n");

    OnCallList list = new OnCallFile(() -> folder).read();

    assertThat(list.of("seoul"))
        .containsExactly(new OnCallLevel(1, "당직의", "1, 2", Duration.ofMinutes(15)));
    assertThat(list.of("busan"))
        .containsExactly(new OnCallLevel(1, "nurse", "3", Duration.ofSeconds(90)));
  }

  @Test
  void aPackWithoutAListStopsTheStart() {
    assertThatThrownBy(() -> new OnCallFile(() -> folder).read())
        .hasMessageContaining("on-call.csv");
  }

  @Test
  void thePackOfTheRepositoryIsRead() {
    OnCallList list = new OnCallFile(() -> Path.of("../k8s/regions/kr/pack")).read();

    assertThat(list.of("seoul")).hasSizeGreaterThan(1);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
