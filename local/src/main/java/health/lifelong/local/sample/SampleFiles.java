package health.lifelong.local.sample;

import health.lifelong.local.push.FileKind;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the demonstration's files, each in the form its centre would send. */
public final class SampleFiles {
  private static final Charset MS949 = Charset.forName("x-windows-949");

  private SampleFiles() {}

  /** A file and who sends it. */
  public record SampleFile(Path path, FileKind kind, String centre) {}

  /** A person of the family: how a centre names them, and their label. */
  public record Member(String centre, String chartNumber, String label) {}

  /** The person whose report is shown. */
  public static Member shown() {
    return members().getFirst();
  }

  /** The family, as the first centre that saw each knows them. */
  public static List<Member> members() {
    List<Member> members = new ArrayList<>();
    for (SamplePerson person : SamplePerson.FAMILY) {
      String centre = SampleVisit.of(person).getFirst().centre();
      members.add(
          new Member(
              centre, person.chartNumber(centre), person.name() + ", " + person.birth().getYear()));
    }
    return members;
  }

  /** The checkups of all, a file a centre (a Bundle a visit where the centre speaks FHIR). */
  public static List<SampleFile> checkups(Path folder) throws IOException {
    Files.createDirectories(folder);
    Map<String, List<SampleVisit>> byCentre = new LinkedHashMap<>();
    for (SamplePerson person : SamplePerson.FAMILY) {
      for (SampleVisit visit : SampleVisit.of(person)) {
        byCentre.computeIfAbsent(visit.centre(), centre -> new ArrayList<>()).add(visit);
      }
    }
    List<SampleFile> files = new ArrayList<>();
    for (Map.Entry<String, List<SampleVisit>> entry : byCentre.entrySet()) {
      files.addAll(write(folder, entry.getKey(), entry.getValue()));
    }
    return files;
  }

  private static List<SampleFile> write(Path folder, String centre, List<SampleVisit> visits)
      throws IOException {
    List<SampleFile> files = new ArrayList<>();
    switch (centre) {
      case "seoul" ->
          files.add(
              file(
                  folder,
                  centre,
                  "checkups.hl7",
                  FileKind.HL7V2,
                  new Hl7Sample("KS X 1001", MS949).file(visits)));
      case "incheon" ->
          files.add(
              file(
                  folder,
                  centre,
                  "checkups.hl7",
                  FileKind.HL7V2,
                  new Hl7Sample("UNICODE UTF-8", StandardCharsets.UTF_8).file(visits)));
      case "daegu" ->
          files.add(
              file(
                  folder,
                  centre,
                  "checkups-cp949.csv",
                  FileKind.CSV,
                  new CsvSample(MS949).file(visits)));
      case "suwon" ->
          files.add(
              file(
                  folder,
                  centre,
                  "checkups.csv",
                  FileKind.CSV,
                  new CsvSample(StandardCharsets.UTF_8).file(visits)));
      case "daejeon" ->
          files.add(
              file(folder, centre, "checkups.ndjson", FileKind.NDJSON, FhirSample.ndjson(visits)));
      case "gwangju" -> {
        for (SampleVisit visit : visits) {
          files.add(
              file(folder, centre, name(visit) + ".xml", FileKind.FHIR_XML, FhirSample.xml(visit)));
        }
      }
      default -> {
        for (SampleVisit visit : visits) {
          files.add(
              file(
                  folder,
                  centre,
                  name(visit) + ".json",
                  FileKind.FHIR_JSON,
                  FhirSample.json(visit)));
        }
      }
    }
    return files;
  }

  private static String name(SampleVisit visit) {
    return visit.person().memberNumber() + "-" + visit.date();
  }

  /** The genotype file of the person who is shown. */
  public static Path genome(Path folder, Path pack) throws IOException {
    Path file = folder.resolve("seoul-genetics-array.txt");
    return Files.write(file, GenomeSample.file(SamplePerson.FAMILY.getFirst(), pack));
  }

  /** The phone export of the person who is shown. */
  public static Path phone(Path folder) throws IOException {
    return Files.write(
        folder.resolve("phone-export.xml"), PhoneSample.file(SamplePerson.FAMILY.getFirst()));
  }

  private static SampleFile file(
      Path folder, String centre, String name, FileKind kind, byte[] bytes) throws IOException {
    Path path = folder.resolve(centre + "-" + name);
    Files.write(path, bytes);
    return new SampleFile(path, kind, centre);
  }
}
