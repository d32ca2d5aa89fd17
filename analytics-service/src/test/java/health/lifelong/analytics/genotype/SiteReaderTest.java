package health.lifelong.analytics.genotype;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.algorithm.SiteReader;
import health.lifelong.analytics.genotype.domain.Site;
import health.lifelong.analytics.genotype.domain.SiteReading;
import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteReading.Unread;
import health.lifelong.analytics.genotype.domain.UnreadReason;
import health.lifelong.vocabulary.genome.Call;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One site, whatever way a file writes it. */
final class SiteReaderTest {
  private static final Site SITE = new Site("1", 100, "rs1", "G", Set.of("G"), List.of("A", "T"));

  private static SiteReading read(Call... calls) {
    return new SiteReader(new CallList("GRCh38", List.of(calls))).read(SITE);
  }

  private static String text(SiteReading reading) {
    return reading instanceof Read read ? read.text() : ((Unread) reading).reason().name();
  }

  private static Call record(String ref, String alt, String genotype) {
    return CallList.vcf("1", 100, "rs1", ref, alt, genotype);
  }

  @Test
  void basesSharedAtTheRightEndAreCutOff() {
    assertThat(text(read(record("GGG", "AGG", "1|0")))).isEqualTo("AG");
    assertThat(text(read(record("GGG", "AGG", "1|.")))).isEqualTo("HALF_CALL");
    assertThat(text(read(record("GG", "AG,TG", "1/2")))).isEqualTo("AT");
  }

  @Test
  void aRecordWithAnotherReferenceIsAboutSomethingElse() {
    assertThat(text(read(record("C", "A", "0/1")))).isEqualTo("OTHER_REFERENCE");
    assertThat(text(read(record("GA", "G", "0/0"), record("G", "A", "0/1")))).isEqualTo("AG");
  }

  @Test
  void ofSeveralRecordsTheOneWithTheListedAlternativeIsRead() {
    assertThat(text(read(record("G", "C", "0/0"), record("G", "A", "1/1")))).isEqualTo("AA");
    assertThat(text(read(record("G", "A", "./."), record("G", "A", "0/1")))).isEqualTo("AG");
  }

  @Test
  void recordsThatSplitOneSiteAreReadTogether() {
    assertThat(text(read(record("G", "A", "0/1"), record("G", "T", "0/0")))).isEqualTo("AG");
    assertThat(text(read(record("G", "A", "0/1"), record("G", "T", "1/0")))).isEqualTo("AT");
    assertThat(text(read(record("G", "A", "1/1"), record("G", "T", "0/1")))).isEqualTo("CONFLICT");
    assertThat(text(read(record("G", "A", "0/1"), record("G", "A", "1/1")))).isEqualTo("CONFLICT");
    assertThat(text(read(record("G", "A", "0/1"), record("G", "A", "1/0")))).isEqualTo("AG");
  }

  @Test
  void anArraysRsidIsBelievedAndAVcfsOnlyWhereNoPositionIsKnown() {
    Call elsewhere = CallList.vcf("1", 90, "rs1", "G", "A", "0/1");
    assertThat(text(read(elsewhere))).isEqualTo("NOT_ASSAYED");
    assertThat(text(read(CallList.array("1", 90, "rs1", "GA")))).isEqualTo("AG");
    Site unplaced = new Site("1", null, "rs1", "G", Set.of("G"), List.of("A"));
    assertThat(text(new SiteReader(new CallList("GRCh36", List.of(elsewhere))).read(unplaced)))
        .isEqualTo("AG");
    Site nameless = new Site("1", null, null, "G", Set.of("G"), List.of("A"));
    assertThat(new SiteReader(new CallList("GRCh36", List.of())).read(nameless))
        .isEqualTo(new Unread(UnreadReason.BUILD));
  }

  @Test
  void aBlockMustCoverEveryBaseOfTheReference() {
    Site indel = new Site("1", 100, null, "GAT", Set.of("GAT"), List.of("G"));
    SiteReader short1 =
        new SiteReader(new CallList("GRCh38", List.of(CallList.block("1", 90, 101))));
    SiteReader full = new SiteReader(new CallList("GRCh38", List.of(CallList.block("1", 90, 102))));
    assertThat(text(short1.read(indel))).isEqualTo("NOT_ASSAYED");
    assertThat(text(full.read(indel))).isEqualTo("GAT/GAT");
  }

  @Test
  void aNoCallInsideABlockStaysANoCall() {
    assertThat(text(read(CallList.block("1", 50, 150), record("G", "A", "./."))))
        .isEqualTo("NO_CALL");
  }

  @Test
  void arrayLettersForInsertionsAreNotBases() {
    assertThat(text(read(CallList.array("1", 100, "rs1", "DI")))).isEqualTo("NOT_BASES");
  }
}
