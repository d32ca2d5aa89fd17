package health.lifelong.analytics.insight.grpc;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import health.lifelong.analytics.insight.domain.Facts;
import health.lifelong.analytics.insight.domain.Facts.Fact;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The facts of a result as a JSON object, in their order. */
final class FactsJson {
  private static final JsonFactory JSON = new JsonFactory();

  private FactsJson() {}

  static String of(Facts facts) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      write(out, facts);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, Facts facts) throws IOException {
    out.writeStartObject();
    for (Map.Entry<String, Fact> fact : facts.values().entrySet()) {
      if (hasValue(fact.getValue())) {
        out.writeFieldName(fact.getKey());
        write(out, fact.getValue());
      }
    }
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, Fact fact) throws IOException {
    switch (fact) {
      case Fact.Amount(double number) -> out.writeNumber(number);
      case Fact.Text(String text) -> out.writeString(text);
      case Fact.Flag(boolean flag) -> out.writeBoolean(flag);
      case Fact.Group(Facts group) -> write(out, group);
      case Fact.Listing(var values) -> {
        out.writeStartArray();
        for (Fact value : values) {
          if (hasValue(value)) {
            write(out, value);
          }
        }
        out.writeEndArray();
      }
    }
  }

  /** JSON has no infinity: a bound that is none is left out, never zero. */
  private static boolean hasValue(Fact fact) {
    return !(fact instanceof Fact.Amount(double number)) || Double.isFinite(number);
  }
}
