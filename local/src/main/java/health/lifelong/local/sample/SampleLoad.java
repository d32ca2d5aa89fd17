package health.lifelong.local.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Checkups of many synthetic persons, in the form of one centre, for benchmarks. */
public final class SampleLoad {
  private final List<SampleVisit> visits = new ArrayList<>();

  /** {@code count} visits of persons who are new to the record; {@code run} keeps runs apart. */
  public SampleLoad(String run, int count, String centre) {
    for (int person = 0; visits.size() < count; person++) {
      SamplePerson made =
          new SamplePerson(
              "M-" + run + "-%05d".formatted(person),
              "검진" + person,
              person % 2 == 0,
              LocalDate.of(1950 + person % 50, 1 + person % 12, 1 + person % 28),
              SamplePerson.Story.STEADY);
      for (SampleVisit visit : SampleVisit.of(made)) {
        if (visits.size() < count) {
          visits.add(visit.at(centre));
        }
      }
    }
  }

  /** Values of a visit. */
  public int valuesAVisit() {
    return visits.getFirst().values().size() + visits.getFirst().answers().size();
  }

  /** One HL7 message a visit. */
  public List<byte[]> hl7() {
    Hl7Sample writer = new Hl7Sample("UNICODE UTF-8", StandardCharsets.UTF_8);
    return visits.stream().map(visit -> writer.file(List.of(visit))).toList();
  }

  /** One transaction Bundle a visit. */
  public List<byte[]> fhir() throws IOException {
    List<byte[]> bundles = new ArrayList<>();
    for (SampleVisit visit : visits) {
      bundles.add(FhirSample.json(visit));
    }
    return bundles;
  }

  /** {@code files} spreadsheet batches, a row a visit. */
  public List<byte[]> csv(int files) {
    CsvSample writer = new CsvSample(StandardCharsets.UTF_8);
    List<byte[]> batches = new ArrayList<>();
    int size = (visits.size() + files - 1) / files;
    for (int from = 0; from < visits.size(); from += size) {
      batches.add(writer.file(visits.subList(from, Math.min(visits.size(), from + size))));
    }
    return batches;
  }
}
