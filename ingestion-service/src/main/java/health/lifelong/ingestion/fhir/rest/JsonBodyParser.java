package health.lifelong.ingestion.fhir.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import health.lifelong.ingestion.fhir.algorithm.TextRule;
import health.lifelong.ingestion.fhir.algorithm.Utf8;
import health.lifelong.ingestion.fhir.domain.BodyParser;
import health.lifelong.ingestion.fhir.domain.FhirLimits;
import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonBoolean;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNull;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNumber;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonText;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import health.lifelong.ingestion.fhir.domain.ParsedBody;
import health.lifelong.ingestion.fhir.domain.Refusal;
import health.lifelong.ingestion.record.domain.RecordOutcome.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Strict JSON (RFC 8259, UTF-8 only): one value, no name twice in an object, no comments, no
 * trailing commas, limits of {@link FhirLimits}. Jackson finds the tokens; everything that would
 * make two readers disagree is refused here.
 */
public final class JsonBodyParser implements BodyParser {
  private static final int MAX_FAULTS = 100;

  private final JsonFactory factory;
  private final FhirLimits limits;

  /** A parser with these limits. */
  public JsonBodyParser(FhirLimits limits) {
    this.limits = limits;
    // Jackson's own limits lie a little beyond ours, so that ours decide and name the reason.
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(limits.depth() + 1)
            .maxNumberLength(limits.bytes())
            .maxNameLength(limits.nameLength() + 1)
            .maxStringLength(limits.bytes())
            .build();
    // Names come from outside: interning them would fill a table that never empties.
    this.factory =
        JsonFactory.builder()
            .streamReadConstraints(constraints)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();
  }

  @Override
  public ParsedBody parse(byte[] body) {
    if (body.length > limits.bytes()) {
      return refused("/", Reason.TOO_LARGE, "body over " + limits.bytes() + " bytes");
    }
    int start = Utf8.byteOrderMark(body, body.length);
    int fault = Utf8.firstFault(body, start, body.length);
    if (fault != Utf8.VALID) {
      return refused("byte " + fault, Reason.JSON_SYNTAX, "not UTF-8");
    }
    // Jackson would take zero bytes for a sign of UTF-16 or UTF-32.
    for (int i = start; i < Math.min(body.length, start + 4); i++) {
      if (body[i] == 0) {
        return refused("byte " + i, Reason.JSON_SYNTAX, "a zero byte is no JSON");
      }
    }
    try (JsonParser tokens = factory.createParser(body, start, body.length - start)) {
      return new Reading(tokens, limits).body();
    } catch (Refused e) {
      return new ParsedBody.Refused(e.refusal);
    } catch (StreamConstraintsException e) {
      return refused(place(e.getLocation()), Reason.TOO_LARGE, "a name or text is too long");
    } catch (JsonParseException e) {
      return refused(place(e.getLocation()), Reason.JSON_SYNTAX, "not JSON");
    } catch (IOException e) {
      return refused("/", Reason.JSON_SYNTAX, "not JSON");
    }
  }

  private static ParsedBody refused(String path, Reason reason, String detail) {
    return new ParsedBody.Refused(new Refusal(path, reason, detail));
  }

  // Jackson's messages repeat what was sent, so only the place is used.
  private static String place(JsonLocation location) {
    return location == null
        ? "/"
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Refusal refusal;

    Refused(Refusal refusal) {
      super(refusal.detail(), null, false, false);
      this.refusal = refusal;
    }
  }

  /** One body on its way to a tree. */
  private static final class Reading {
    private final JsonParser tokens;
    private final FhirLimits limits;
    private final List<Refusal> faults = new ArrayList<>(0);

    Reading(JsonParser tokens, FhirLimits limits) {
      this.tokens = tokens;
      this.limits = limits;
    }

    ParsedBody body() throws IOException {
      JsonToken first = tokens.nextToken();
      if (first == null) {
        throw refused(Reason.JSON_SYNTAX, "an empty body is no JSON");
      }
      JsonNode root = value(first, 0);
      if (follows()) {
        throw refused(Reason.JSON_TRAILING_CONTENT, "text after the value");
      }
      return new ParsedBody.Tree(root, faults);
    }

    private boolean follows() throws IOException {
      try {
        return tokens.nextToken() != null;
      } catch (JsonParseException noJsonEither) {
        return true;
      }
    }

    private JsonNode value(JsonToken token, int depth) throws IOException {
      return switch (token) {
        case START_OBJECT -> object(depth + 1);
        case START_ARRAY -> array(depth + 1);
        case VALUE_STRING -> new JsonText(checked(tokens.getText()));
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(tokens.getText());
        case VALUE_TRUE -> JsonBoolean.TRUE;
        case VALUE_FALSE -> JsonBoolean.FALSE;
        case VALUE_NULL -> JsonNull.NULL;
        case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
            throw refused(Reason.JSON_SYNTAX, "not JSON");
      };
    }

    private JsonObject object(int depth) throws IOException {
      checkDepth(depth);
      JsonObject.Builder members = new JsonObject.Builder();
      for (JsonToken token = tokens.nextToken();
          token != JsonToken.END_OBJECT;
          token = tokens.nextToken()) {
        if (token == null) {
          throw refused(Reason.JSON_SYNTAX, "not JSON");
        }
        String name = checkedName(tokens.currentName());
        if (members.size() == limits.members()) {
          throw refused(Reason.TOO_LARGE, "an object with over " + limits.members() + " names");
        }
        if (name.length() > limits.nameLength()) {
          throw refused(Reason.TOO_LARGE, "a name over " + limits.nameLength() + " characters");
        }
        JsonToken next = tokens.nextToken();
        if (next == null) {
          throw refused(Reason.JSON_SYNTAX, "not JSON");
        }
        if (!members.add(name, value(next, depth))) {
          throw refused(Reason.JSON_DUPLICATE_KEY, "the same name twice in one object");
        }
      }
      return members.build();
    }

    private JsonArray array(int depth) throws IOException {
      checkDepth(depth);
      List<JsonNode> items = new ArrayList<>(4);
      for (JsonToken token = tokens.nextToken();
          token != JsonToken.END_ARRAY;
          token = tokens.nextToken()) {
        if (token == null) {
          throw refused(Reason.JSON_SYNTAX, "not JSON");
        }
        if (items.size() == limits.items()) {
          throw refused(Reason.TOO_LARGE, "an array with over " + limits.items() + " items");
        }
        items.add(value(token, depth));
      }
      return new JsonArray(items);
    }

    private void checkDepth(int depth) {
      if (depth > limits.depth()) {
        throw refused(Reason.JSON_TOO_DEEP, "nested deeper than " + limits.depth());
      }
    }

    private JsonNumber number(String literal) {
      if (literal.length() > limits.numberLength()) {
        throw refused(
            Reason.VALUE_OUT_OF_RANGE, "a number over " + limits.numberLength() + " characters");
      }
      return new JsonNumber(literal);
    }

    private String checkedName(String name) {
      if (!TextRule.isElementName(name)) {
        fault(Reason.JSON_UNKNOWN_FIELD, "a name that no element of FHIR has");
      }
      return name;
    }

    private String checked(String text) {
      Reason reason = TextRule.fault(text);
      if (reason != null) {
        fault(reason, "a control character or half a character in a text");
      }
      return text;
    }

    private void fault(Reason reason, String detail) {
      if (faults.size() == MAX_FAULTS) {
        throw refused(reason, "too many faults in names and texts");
      }
      faults.add(new Refusal(pointer(), reason, detail));
    }

    private Refused refused(Reason reason, String detail) {
      return new Refused(new Refusal(pointer(), reason, detail));
    }

    private String pointer() {
      String pointer = tokens.getParsingContext().pathAsPointer().toString();
      return Pointers.shown(pointer);
    }
  }
}
