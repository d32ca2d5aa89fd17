package health.lifelong.analytics.pharmacogenomics;

import static org.assertj.core.api.Assertions.assertThat;

import health.lifelong.analytics.genotype.CallList;
import health.lifelong.analytics.pharmacogenomics.algorithm.PharmacogeneCaller;
import health.lifelong.analytics.pharmacogenomics.domain.CpicContent;
import health.lifelong.analytics.pharmacogenomics.domain.DefiningPosition;
import health.lifelong.analytics.pharmacogenomics.domain.GeneCall;
import health.lifelong.analytics.pharmacogenomics.domain.GeneDefinition;
import health.lifelong.vocabulary.genome.Call;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A genome in which every position of one gene was read as reference, but for what a test says. */
final class GeneGenome {
  private final GeneDefinition gene;
  private final Map<String, String> genotypes = new HashMap<>();
  private final Set<String> left = new HashSet<>();
  private final List<Call> more = new ArrayList<>();

  private GeneGenome(GeneDefinition gene) {
    this.gene = gene;
  }

  static GeneGenome of(String gene) {
    return new GeneGenome(CpicContent.shipped().gene(gene).orElseThrow());
  }

  /** GT of a site; alleles are numbered in the order of the definition. */
  GeneGenome with(String rsid, String genotype) {
    genotypes.put(rsid, genotype);
    return this;
  }

  /** Leaves sites out of the file. */
  GeneGenome without(String... rsids) {
    left.addAll(List.of(rsids));
    return this;
  }

  GeneGenome and(Call call) {
    more.add(call);
    return this;
  }

  List<Call> calls(int offset) {
    List<Call> calls = new ArrayList<>(more);
    for (DefiningPosition position : gene.positions()) {
      String rsid = position.rsid();
      if (rsid == null || !left.contains(rsid)) {
        String genotype = rsid == null ? "0/0" : genotypes.getOrDefault(rsid, "0/0");
        calls.add(
            CallList.vcf(
                position.chromosome(),
                position.position() + offset,
                rsid,
                position.reference(),
                String.join(",", position.alternatives()),
                genotype));
      }
    }
    Set<String> known = new HashSet<>();
    gene.positions().forEach(position -> known.add(String.valueOf(position.rsid())));
    assertThat(known).containsAll(genotypes.keySet()).containsAll(left);
    return calls;
  }

  GeneCall call() {
    return call("GRCh38", calls(0));
  }

  GeneCall callIn37() {
    return call("GRCh37", calls(Objects.requireNonNull(gene.offset37())));
  }

  GeneCall call(String build, List<Call> calls) {
    return new PharmacogeneCaller(CpicContent.shipped())
        .call(new CallList(build, calls)).stream()
            .filter(call -> call.gene().equals(gene.gene()))
            .findFirst()
            .orElseThrow();
  }
}
