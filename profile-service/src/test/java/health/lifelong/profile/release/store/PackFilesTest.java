package health.lifelong.profile.release.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.lifelong.profile.release.domain.CriticalLimit;
import health.lifelong.profile.release.domain.Population;
import health.lifelong.profile.release.domain.ReleasePack;
import health.lifelong.profile.release.domain.ReleaseRule;
import health.lifelong.profile.release.domain.ReleaseRule.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackFilesTest {
  @TempDir Path folder = Path.of("");

  @Test
  void aPackIsReadAsItsFilesSayWithoutTheRulesOfInsights() throws IOException {
    write(
        "release-rules.csv",
        "rule,match,kind,held_days,note\ncritical_value,critical,critical,3,x\nm,MEDICAL,channel,30,x\n");
    write(
        "critical-values.csv",
        "item_code,unit,low,high,population,source\nSBP,mm[Hg],,180,adult,\"a, b\"\n");

    ReleasePack pack = new PackFiles(() -> folder).read();

    assertThat(pack.rules())
        .containsExactly(
            new ReleaseRule("critical_value", Kind.CRITICAL, "critical", Duration.ofDays(3)));
    assertThat(pack.limits())
        .containsExactly(
            new CriticalLimit("SBP", "mm[Hg]", null, new BigDecimal("180"), Population.ADULT));
  }

  @Test
  void aPackWithoutRulesStopsTheStart() throws IOException {
    write("critical-values.csv", "item_code,unit,low,high,population,source\n");

    assertThatThrownBy(() -> new PackFiles(() -> folder).read())
        .hasMessageContaining("release-rules.csv");
  }

  @Test
  void aRuleOfAnUnknownKindStopsTheStart() throws IOException {
    write("release-rules.csv", "rule,match,kind,held_days,note\nr,x,colour,3,x\n");
    write("critical-values.csv", "item_code,unit,low,high,population,source\n");

    assertThatThrownBy(() -> new PackFiles(() -> folder).read())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void write(String file, String content) throws IOException {
    Files.writeString(folder.resolve(file), content);
  }
}
