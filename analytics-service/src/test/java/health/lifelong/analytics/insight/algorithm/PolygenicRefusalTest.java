package health.lifelong.analytics.insight.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.insight.GoldenPerson;
import health.lifelong.analytics.insight.TestPack;
import health.lifelong.analytics.insight.domain.InputUsed;
import health.lifelong.analytics.insight.domain.Insight;
import health.lifelong.analytics.insight.domain.Outcome;
import health.lifelong.analytics.insight.domain.Outcome.Reason;
import health.lifelong.analytics.insight.domain.Viewer;
import health.lifelong.analytics.pack.domain.RegionPack;
import health.lifelong.analytics.record.domain.PersonRecord;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.CallState;
import health.lifelong.vocabulary.genome.GenotypeTable;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A score whose rows were all read still has no z and no percentile without a group to compare
 * with.
 */
class PolygenicRefusalTest {
  private final RegionPack pack = TestPack.read(TestPack.korea());
  private final InsightEngine engine = new InsightEngine(pack);

  /** One heterozygous call at each row of the pack's score, as a VCF of GRCh37 states it. */
  private Genotypes everyRow() {
    GenotypeTable.Builder calls = new GenotypeTable.Builder();
    List<String> lines =
        pack.scores()
            .get("PGS000802_hmPOS_GRCh37.txt")
            .lines()
            .filter(l -> !l.startsWith("#"))
            .toList();
    List<String> header = List.of(lines.getFirst().split("\t", -1));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split("\t", -1);
      int position = Integer.parseInt(cells[header.indexOf("hm_pos")]);
      calls.add(
          new Call(
              cells[header.indexOf("hm_chr")],
              position,
              position,
              cells[header.indexOf("rsID")],
              List.of(
                  cells[header.indexOf("other_allele")], cells[header.indexOf("effect_allele")]),
              true,
              0,
              1,
              false,
              null,
              CallState.CALLED));
    }
    return calls.build("GRCh37");
  }

  @Test
  void fullCoverageWithoutAReferenceGroupIsPopulation() {
    PersonRecord record = GoldenPerson.record();

    Insight insight =
        engine
            .report(record, everyRow(), "en", record.latestDay().orElseThrow(), Viewer.CLINICIAN)
            .insights()
            .stream()
            .filter(i -> i.model().equals("polygenic_score"))
            .findFirst()
            .orElseThrow();

    assertThat(insight.outcome()).isInstanceOf(Outcome.Refusal.class);
    Outcome.Refusal refusal = (Outcome.Refusal) insight.outcome();
    assertThat(refusal.reason()).isEqualTo(Reason.POPULATION);
    assertThat(refusal.wouldHelp()).contains("same region");
    assertThat(insight.inputsUsed()).extracting(InputUsed::value).containsExactly("19/19");
    assertThat(insight.sources()).anyMatch(s -> s.contains("10.1016/j.ygeno.2021.01.025"));
  }
}
