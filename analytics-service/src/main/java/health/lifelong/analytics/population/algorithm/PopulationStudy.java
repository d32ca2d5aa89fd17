package health.lifelong.analytics.population.algorithm;

import health.lifelong.analytics.catalogue.algorithm.ModelCatalogue;
import health.lifelong.analytics.population.domain.PopulationReport;
import health.lifelong.analytics.population.domain.PopulationReport.Persons;
import health.lifelong.analytics.population.domain.Stratum;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a sample once and reports what our models say of it: coverage, classes, and, where deaths
 * are known, discrimination and calibration, all by sex and age band.
 */
public final class PopulationStudy {
  private static final List<Sample> NHIS = List.of(new NhisCheckup(), new NhisBloodTest());
  private static final List<Sample> NHANES = List.of(new Nhanes());

  private final ModelCatalogue catalogue;

  /** With the models of a catalogue. */
  public PopulationStudy(ModelCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** A checkup or blood-test file of the Korean National Health Insurance Service. */
  public PopulationReport nhis(InputStream in) throws IOException {
    return report(SampleReader.open(in, NHIS));
  }

  /** An NHANES file with linked mortality. */
  public PopulationReport nhanes(InputStream in) throws IOException {
    return report(SampleReader.open(in, NHANES));
  }

  private PopulationReport report(SampleReader reader) throws IOException {
    CoverageTally coverage = new CoverageTally(catalogue);
    ScreeningTally screening = new ScreeningTally(catalogue, reader.sample());
    MortalityStudies mortality = new MortalityStudies(catalogue);
    Map<Stratum, Long> persons = new TreeMap<>();
    SampleReader.Rows rows =
        reader.forEach(
            person -> {
              Stratum.of(person.sex(), person.band())
                  .forEach(stratum -> persons.merge(stratum, 1L, Long::sum));
              coverage.add(person);
              screening.add(person);
              mortality.add(person);
            });
    boolean followed = reader.sample() instanceof Nhanes;
    List<Persons> counted = new ArrayList<>();
    persons.forEach((stratum, count) -> counted.add(new Persons(stratum, count)));
    return new PopulationReport(
        reader.sample().name(),
        rows.rows(),
        rows.leftOut(),
        counted,
        reader.sample().notes(),
        coverage.coverage(),
        screening.counts(),
        screening.countsByAge(),
        followed ? mortality.agreement() : List.of(),
        followed ? mortality.studies() : List.of());
  }
}
