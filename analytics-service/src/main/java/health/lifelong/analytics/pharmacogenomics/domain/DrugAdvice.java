package health.lifelong.analytics.pharmacogenomics.domain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recommendation row of CPIC that a person's genes select. For the clinician (medical channel);
 * the person is told to talk to a doctor or pharmacist before changing any medicine.
 *
 * @param population whom the row is for; the clinician chooses among populations
 * @param classification Strong, Moderate, Optional, No Recommendation or n/a
 * @param lookupKeys phenotype or activity score by gene
 * @param implications by gene
 * @param recommendation null where CPIC states none
 * @param untestedGenes genes of the row without a result: such a row never reassures
 * @param pmids of the guideline
 */
public record DrugAdvice(
    String drug,
    String population,
    String classification,
    Map<String, String> lookupKeys,
    Map<String, String> implications,
    @Nullable String recommendation,
    @Nullable String comments,
    List<String> untestedGenes,
    String guideline,
    String url,
    List<String> pmids,
    String contentVersion) {

  public DrugAdvice {
    lookupKeys = Map.copyOf(lookupKeys);
    implications = Map.copyOf(implications);
    untestedGenes = List.copyOf(untestedGenes);
    pmids = List.copyOf(pmids);
  }

  /** Rows that recommend nothing are shown as that, never as "safe". */
  public boolean recommendsNothing() {
    return classification.equals("No Recommendation") || classification.equals("n/a");
  }
}
