package health.lifelong.local.sample;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Visits as HL7 v2.5 ORU^R01, as a laboratory system writes them. */
final class Hl7Sample {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyyMMdd");

  private final String charsetName;
  private final Charset charset;

  /** {@code charsetName} is what MSH-18 says. */
  Hl7Sample(String charsetName, Charset charset) {
    this.charsetName = charsetName;
    this.charset = charset;
  }

  byte[] file(List<SampleVisit> visits) {
    StringBuilder file = new StringBuilder();
    visits.forEach(visit -> message(file, visit));
    return file.toString().getBytes(charset);
  }

  private void message(StringBuilder out, SampleVisit visit) {
    SamplePerson person = visit.person();
    String day = visit.date().format(DAY);
    String order =
        visit.centre().toUpperCase(java.util.Locale.ROOT)
            + day
            + person.memberNumber().substring(2);
    segment(
        out,
        "MSH|^~\\&|LIS|"
            + visit.centre()
            + "|LIFELONG|INSTITUTE|"
            + day
            + "101500||ORU^R01^ORU_R01|"
            + order
            + "|P|2.5|||||"
            + "|"
            + charsetName);
    segment(
        out,
        "PID|1||"
            + person.chartNumber(visit.centre())
            + "^^^"
            + visit.centre()
            + "^MR~"
            + person.memberNumber()
            + "^^^LIFELONG^MB||"
            + person.name()
            + "^^^^^^^I||"
            + person.birth().format(DAY)
            + "|"
            + (person.female() ? "F" : "M"));
    segment(out, "PV1|1|O|||||||||||||||||" + order);
    segment(out, "OBR|1||" + order + "|CHECKUP^종합검진^L|||" + day + "0830+0900|||||||||||||||||F");
    int set = 0;
    for (SampleVisit.Measured value : visit.values()) {
      String loinc = value.item().loinc();
      String code =
          loinc == null
              ? value.item().code() + "^" + value.item().nameKo() + "^99LIFELONG"
              : loinc + "^" + value.item().nameKo() + "^LN^" + value.item().code() + "^^99LIFELONG";
      String unit = value.item().ucum() == null ? "" : escaped(value.item().ucum()) + "^^UCUM";
      segment(out, "OBX|" + ++set + "|NM|" + code + "||" + value.value() + "|" + unit + "|||||F");
    }
    for (SampleVisit.Answer answer : visit.answers()) {
      segment(
          out,
          "OBX|"
              + ++set
              + "|CE|"
              + answer.item().code()
              + "^"
              + answer.item().nameKo()
              + "^99LIFELONG||"
              + answer.code()
              + "^^99LIFELONG||||||F");
    }
    String drinks = visit.drinksADay();
    if (drinks != null) {
      segment(out, "OBX|" + ++set + "|NM|ALC_QTY^1회 음주량^99LIFELONG||" + drinks + "|/d^^UCUM|||||F");
    }
  }

  private static String escaped(String unit) {
    return unit.replace("&", "\\T\\");
  }

  private static void segment(StringBuilder out, String segment) {
    out.append(segment).append('\r');
  }
}
