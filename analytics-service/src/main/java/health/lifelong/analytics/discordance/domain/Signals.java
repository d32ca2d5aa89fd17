package health.lifelong.analytics.discordance.domain;

import health.lifelong.analytics.history.domain.Drinking;
import health.lifelong.analytics.history.domain.Reading;
import health.lifelong.analytics.history.domain.Smoking;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the rules compare. What is not there is not there: no rule fires on an absent
 * side.
 *
 * @param smoking answers by visit, oldest first
 * @param smokingAmounts cigarettes a day, years or pack-years above zero
 * @param drinking the answer of each visit, oldest first; unknown ones left out
 * @param alcoholAmounts alcohol items above zero: frequency, drinks, grams
 * @param abstaining answers that say "do not drink", whatever other answers say
 * @param latest newest usable reading by item
 * @param steps what a device counts over weeks; null where there is none
 * @param homePressure upper blood pressure of a device at home; null where there is none
 * @param toldActive day on which activity by the national rule was told; null where it was not
 * @param deniedDiabetes day of a "no"; null where it was not asked
 * @param deniedPressure day of a "no"; null where it was not asked
 * @param bloodGroups blood group by day
 * @param inherited what genes predict of measured items
 * @param alcoholGene ALDH2 genotype where it hardly clears acetaldehyde; null elsewhere
 */
public record Signals(
    List<Smoking.Told> smoking,
    List<Side> smokingAmounts,
    List<Drinking> drinking,
    List<Side> alcoholAmounts,
    List<Side> abstaining,
    Map<String, Reading> latest,
    @Nullable DeviceMean steps,
    @Nullable DeviceMean homePressure,
    @Nullable LocalDate toldActive,
    @Nullable LocalDate deniedDiabetes,
    @Nullable LocalDate deniedPressure,
    List<Side> listedMedicines,
    List<Side> bloodGroups,
    List<Inherited> inherited,
    @Nullable Side alcoholGene,
    List<MedicineGene> medicineGenes) {

  public Signals {
    smoking = List.copyOf(smoking);
    smokingAmounts = List.copyOf(smokingAmounts);
    drinking = List.copyOf(drinking);
    alcoholAmounts = List.copyOf(alcoholAmounts);
    abstaining = List.copyOf(abstaining);
    latest = Map.copyOf(latest);
    listedMedicines = List.copyOf(listedMedicines);
    bloodGroups = List.copyOf(bloodGroups);
    inherited = List.copyOf(inherited);
    medicineGenes = List.copyOf(medicineGenes);
  }

  /** The newest reading of an item. */
  public Optional<Reading> reading(String item) {
    return Optional.ofNullable(latest.get(item));
  }

  /** A device's mean over a few weeks. */
  public record DeviceMean(double mean, LocalDate lastDay) {}

  /**
   * What a genotype or score predicts of an item.
   *
   * @param gene the side as it is shown
   * @param expectedHigh true where it points above the usual range, false where below it
   */
  public record Inherited(Side gene, String item, boolean expectedHigh) {}

  /** A medicine that is taken now, and the result of a gene that handles it differently. */
  public record MedicineGene(Side medicine, Side gene) {}
}
