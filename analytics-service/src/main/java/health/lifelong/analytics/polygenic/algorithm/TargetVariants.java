package health.lifelong.analytics.polygenic.algorithm;

import health.lifelong.analytics.genotype.domain.SiteReading.Read;
import health.lifelong.analytics.genotype.domain.SiteRecord;
import health.lifelong.analytics.polygenic.domain.TargetVariant;
import health.lifelong.vocabulary.genome.Call;
import health.lifelong.vocabulary.genome.Genotypes;
import java.util.Comparator;
import java.util.List;

/** The variants that a genome, or a list of variants, has at a place. */
public interface TargetVariants {
  /**
   * Variants at a position of the genome's build, in an order that does not depend on the file's.
   */
  List<TargetVariant> at(String chromosome, int position);

  /** Whether the place is covered by a block that proves reference without naming its base. */
  boolean covered(String chromosome, int position);

  /** The variants of one genome. */
  static TargetVariants of(Genotypes genotypes) {
    return new TargetVariants() {
      @Override
      public List<TargetVariant> at(String chromosome, int position) {
        List<Call> calls = genotypes.at(chromosome, position).toList();
        if (calls.size() == 1) {
          // All but a few places: nothing to put in order.
          SiteRecord record = SiteRecord.of(calls.getFirst());
          return record.block() ? List.of() : List.of(variant(record));
        }
        return calls.stream()
            .map(SiteRecord::of)
            .filter(record -> !record.block())
            .map(TargetVariants::variant)
            .sorted(Comparator.comparing(TargetVariant::toString))
            .toList();
      }

      @Override
      public boolean covered(String chromosome, int position) {
        return genotypes.provenReference(chromosome, position);
      }
    };
  }

  private static TargetVariant variant(SiteRecord record) {
    Call call = record.call();
    List<String> texts = SiteRecord.upper(call.alleles());
    boolean named = call.refKnown() && !texts.isEmpty();
    List<String> alternatives =
        named ? texts.stream().skip(1).filter(SiteRecord::bases).toList() : texts;
    List<String> alleles = List.of();
    if (record.reading() instanceof Read) {
      // As the record writes them, so that they compare with REF and ALT.
      String first = texts.get(call.first());
      alleles = call.haploid() ? List.of(first) : List.of(first, texts.get(call.second()));
    }
    return new TargetVariant(
        call.chromosome(), call.position(), named ? texts.getFirst() : null, alternatives, alleles);
  }
}
