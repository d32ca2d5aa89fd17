package health.lifelong.ingestion.fhir.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import health.lifelong.ingestion.fhir.domain.FhirFormat;
import health.lifelong.ingestion.fhir.domain.JsonNode;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonArray;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonBoolean;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNull;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonNumber;
import health.lifelong.ingestion.fhir.domain.JsonNode.JsonText;
import health.lifelong.ingestion.fhir.domain.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a resource's tree as FHIR JSON or FHIR XML, UTF-8. Members are written in the order they
 * have.
 */
public final class FhirWriter {
  private static final JsonFactory JSON = new JsonFactory();

  private FhirWriter() {}

  /** The resource as bytes. */
  public static byte[] write(JsonObject resource, FhirFormat format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    switch (format) {
      case JSON -> json(resource, out);
      case XML -> xml(resource, out);
    }
    return out.toByteArray();
  }

  private static void json(JsonObject resource, ByteArrayOutputStream out) {
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      json(resource, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
  }

  private static void json(JsonNode node, JsonGenerator out) throws IOException {
    switch (node) {
      case JsonObject object -> {
        out.writeStartObject();
        for (int i = 0; i < object.size(); i++) {
          out.writeFieldName(object.name(i));
          json(object.value(i), out);
        }
        out.writeEndObject();
      }
      case JsonArray array -> {
        out.writeStartArray();
        for (JsonNode item : array.items()) {
          json(item, out);
        }
        out.writeEndArray();
      }
      case JsonText text -> out.writeString(text.value());
      case JsonNumber number -> out.writeNumber(number.literal());
      case JsonBoolean bool -> out.writeBoolean(bool == JsonBoolean.TRUE);
      case JsonNull nothing -> out.writeNull();
    }
  }

  private static void xml(JsonObject resource, ByteArrayOutputStream out) {
    try {
      XMLStreamWriter writer =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
      writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      resource(resource, true, writer);
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
  }

  private static void resource(JsonObject resource, boolean root, XMLStreamWriter out)
      throws XMLStreamException {
    out.writeStartElement(resource.textOrEmpty("resourceType"));
    if (root) {
      out.writeDefaultNamespace(XmlTree.FHIR);
    }
    members(resource, out);
    out.writeEndElement();
  }

  private static void members(JsonObject object, XMLStreamWriter out) throws XMLStreamException {
    for (int i = 0; i < object.size(); i++) {
      if (!object.name(i).equals("resourceType")) {
        for (JsonNode item : object.all(object.name(i))) {
          element(object.name(i), item, out);
        }
      }
    }
  }

  private static void element(String name, JsonNode node, XMLStreamWriter out)
      throws XMLStreamException {
    if (node instanceof JsonObject object) {
      out.writeStartElement(name);
      if (object.has("resourceType")) {
        resource(object, false, out);
      } else {
        members(object, out);
      }
      out.writeEndElement();
      return;
    }
    String text = JsonObject.scalar(node);
    if (text != null) {
      out.writeEmptyElement(name);
      out.writeAttribute("value", text);
    }
  }
}
