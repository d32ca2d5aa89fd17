package health.lifelong.descriptors;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.Descriptors.MethodDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Descriptors.ServiceDescriptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a peer of another version relies on, as facts: one line a field, enum value and call, with
 * everything that decides its wire form and its JSON form. A fact that no longer holds is a
 * breaking change; a new fact is not.
 */
record DescriptorFacts(SortedMap<String, String> facts) {
  private static final String MARK = " = ";

  /** The facts of generated or built descriptors. */
  static DescriptorFacts of(Collection<FileDescriptor> files) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (FileDescriptor file : files) {
      file.getMessageTypes().forEach(message -> message(message, facts));
      file.getEnumTypes().forEach(type -> enumeration(type, facts));
      file.getServices().forEach(service -> service(service, facts));
    }
    return new DescriptorFacts(facts);
  }

  /** Reads the lines that {@link #lines()} wrote. */
  static DescriptorFacts parse(List<String> lines) {
    SortedMap<String, String> facts = new TreeMap<>();
    for (String line : lines) {
      if (!line.isBlank()) {
        int mark = line.indexOf(MARK);
        facts.put(line.substring(0, mark), line.substring(mark + MARK.length()));
      }
    }
    return new DescriptorFacts(facts);
  }

  /** One fact a line, sorted, so that a change reads well in a diff. */
  List<String> lines() {
    return facts.entrySet().stream().map(fact -> fact.getKey() + MARK + fact.getValue()).toList();
  }

  /** A sentence for every fact of {@code baseline} that no longer holds here. */
  List<String> brokenFrom(DescriptorFacts baseline) {
    List<String> sentences = new ArrayList<>();
    baseline.facts.forEach(
        (key, before) -> {
          String now = facts.get(key);
          if (now == null) {
            sentences.add(gone(key, before));
          } else if (!now.equals(before)) {
            sentences.add("%s was \"%s\" and is now \"%s\"".formatted(key, before, now));
          }
        });
    return sentences;
  }

  /** The same thing under another number is told apart from one that is gone. */
  private String gone(String key, String before) {
    int number = key.lastIndexOf('#');
    if (number >= 0) {
      String owner = key.substring(0, number + 1);
      for (Map.Entry<String, String> other : facts.entrySet()) {
        if (other.getKey().startsWith(owner) && other.getValue().equals(before)) {
          return "%s (\"%s\") was renumbered to %s"
              .formatted(key, before, other.getKey().substring(number));
        }
      }
    }
    return "%s (\"%s\") was removed".formatted(key, before);
  }

  private static void message(Descriptor message, SortedMap<String, String> facts) {
    for (FieldDescriptor field : message.getFields()) {
      facts.put("field %s#%d".formatted(message.getFullName(), field.getNumber()), field(field));
    }
    facts.put("message " + message.getFullName(), "exists");
    message.getNestedTypes().forEach(nested -> message(nested, facts));
    message.getEnumTypes().forEach(nested -> enumeration(nested, facts));
  }

  private static String field(FieldDescriptor field) {
    String type =
        switch (field.getJavaType()) {
          case MESSAGE -> field.getMessageType().getFullName();
          case ENUM -> field.getEnumType().getFullName();
          case INT, LONG, FLOAT, DOUBLE, BOOLEAN, STRING, BYTE_STRING ->
              field.toProto().getType().name().substring("TYPE_".length()).toLowerCase(Locale.ROOT);
        };
    OneofDescriptor oneof = field.getRealContainingOneof();
    return "%s %s %s, json %s%s"
        .formatted(
            cardinality(field),
            type,
            field.getName(),
            field.getJsonName(),
            oneof == null ? "" : ", one of " + oneof.getName());
  }

  private static String cardinality(FieldDescriptor field) {
    if (field.isMapField()) {
      return "map";
    }
    if (field.isRepeated()) {
      return field.isPacked() ? "repeated packed" : "repeated";
    }
    return field.hasPresence() ? "optional" : "single";
  }

  private static void enumeration(EnumDescriptor type, SortedMap<String, String> facts) {
    for (EnumValueDescriptor value : type.getValues()) {
      facts.put("value %s#%d".formatted(type.getFullName(), value.getNumber()), value.getName());
    }
  }

  private static void service(ServiceDescriptor service, SortedMap<String, String> facts) {
    for (MethodDescriptor method : service.getMethods()) {
      facts.put("call " + method.getFullName(), method(method));
    }
  }

  private static String method(MethodDescriptor method) {
    return "%s%s -> %s%s"
        .formatted(
            method.isClientStreaming() ? "stream of " : "",
            method.getInputType().getFullName(),
            method.isServerStreaming() ? "stream of " : "",
            method.getOutputType().getFullName());
  }
}
