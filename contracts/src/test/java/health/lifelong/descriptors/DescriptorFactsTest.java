package health.lifelong.descriptors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Label;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto.Type;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.TextFormat;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Each breaking kind of change turns the comparison red, by a change of a small contract. */
class DescriptorFactsTest {
  private static final String CONTRACT =
      """
      name: "sample.proto" package: "sample.v1" syntax: "proto3"
      message_type {
        name: "Reading"
        field { name: "item_code" number: 1 type: TYPE_STRING label: LABEL_OPTIONAL }
        field { name: "value" number: 2 type: TYPE_INT32 label: LABEL_OPTIONAL }
        field { name: "marks" number: 3 type: TYPE_INT32 label: LABEL_REPEATED }
        field { name: "text" number: 4 type: TYPE_STRING label: LABEL_OPTIONAL oneof_index: 0 }
        field { name: "count" number: 5 type: TYPE_INT64 label: LABEL_OPTIONAL oneof_index: 0 }
        field { name: "kind" number: 6 type: TYPE_ENUM type_name: ".sample.v1.Kind"
                label: LABEL_OPTIONAL }
        oneof_decl { name: "answer" }
      }
      message_type { name: "Other" }
      enum_type {
        name: "Kind"
        value { name: "KIND_UNSPECIFIED" number: 0 }
        value { name: "KIND_A" number: 1 }
      }
      service {
        name: "Readings"
        method { name: "Get" input_type: ".sample.v1.Other" output_type: ".sample.v1.Reading" }
        method { name: "Follow" input_type: ".sample.v1.Other" output_type: ".sample.v1.Reading"
                 server_streaming: true }
      }
      """;

  @Test
  void theSameContractBreaksNothing() {
    assertThat(broken(file -> {})).isEmpty();
  }

  @Test
  void additionsBreakNothing() {
    assertThat(
            broken(
                file -> {
                  file.getMessageTypeBuilder(0)
                      .addFieldBuilder()
                      .setName("added")
                      .setNumber(9)
                      .setLabel(Label.LABEL_OPTIONAL)
                      .setType(Type.TYPE_STRING);
                  file.getEnumTypeBuilder(0).addValueBuilder().setName("KIND_B").setNumber(2);
                  file.addMessageTypeBuilder().setName("Added");
                  file.getServiceBuilder(0)
                      .addMethodBuilder()
                      .setName("Put")
                      .setInputType(".sample.v1.Reading")
                      .setOutputType(".sample.v1.Added");
                }))
        .isEmpty();
  }

  @Test
  void aRemovedFieldIsToldByName() {
    assertThat(broken(file -> file.getMessageTypeBuilder(0).removeField(1)))
        .containsExactly(
            "field sample.v1.Reading#2 (\"single int32 value, json value\") was removed");
  }

  @Test
  void aRenumberedFieldIsToldWithItsNewNumber() {
    assertThat(broken(file -> file.getMessageTypeBuilder(0).getFieldBuilder(1).setNumber(12)))
        .containsExactly(
            "field sample.v1.Reading#2 (\"single int32 value, json value\") was renumbered to #12");
  }

  @Test
  void aRetypedFieldIsRedThoughItsWireTypeIsTheSame() {
    assertThat(
            broken(
                file -> file.getMessageTypeBuilder(0).getFieldBuilder(1).setType(Type.TYPE_SINT32)))
        .containsExactly(
            "field sample.v1.Reading#2 was \"single int32 value, json value\" and is now \"single"
                + " sint32 value, json value\"");
  }

  @Test
  void aRenamedFieldIsRedBecauseJsonCarriesTheName() {
    assertThat(broken(file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setName("item")))
        .singleElement()
        .asString()
        .contains("json itemCode", "json item\"");
  }

  @Test
  void anotherJsonNameAloneIsRed() {
    assertThat(broken(file -> file.getMessageTypeBuilder(0).getFieldBuilder(0).setJsonName("ic")))
        .singleElement()
        .asString()
        .contains("json ic");
  }

  @Test
  void aFieldThatBecomesRepeatedIsRed() {
    assertThat(
            broken(
                file ->
                    file.getMessageTypeBuilder(0)
                        .getFieldBuilder(0)
                        .setLabel(Label.LABEL_REPEATED)))
        .singleElement()
        .asString()
        .contains("single string item_code", "repeated string item_code");
  }

  @Test
  void aListThatBecomesOneValueIsRed() {
    assertThat(
            broken(
                file ->
                    file.getMessageTypeBuilder(0)
                        .getFieldBuilder(2)
                        .setLabel(Label.LABEL_OPTIONAL)))
        .singleElement()
        .asString()
        .contains("repeated packed int32 marks");
  }

  @Test
  void aListThatIsNoLongerPackedIsRed() {
    assertThat(
            broken(
                file ->
                    file.getMessageTypeBuilder(0)
                        .getFieldBuilder(2)
                        .getOptionsBuilder()
                        .setPacked(false)))
        .hasSize(1);
  }

  @Test
  void aFieldThatLeavesItsOneofIsRed() {
    assertThat(broken(file -> file.getMessageTypeBuilder(0).getFieldBuilder(3).clearOneofIndex()))
        .singleElement()
        .asString()
        .contains("one of answer");
  }

  @Test
  void aRemovedEnumValueIsRed() {
    assertThat(broken(file -> file.getEnumTypeBuilder(0).removeValue(1)))
        .containsExactly("value sample.v1.Kind#1 (\"KIND_A\") was removed");
  }

  @Test
  void aRenumberedEnumValueIsRed() {
    assertThat(broken(file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setNumber(7)))
        .containsExactly("value sample.v1.Kind#1 (\"KIND_A\") was renumbered to #7");
  }

  @Test
  void aRenamedEnumValueIsRed() {
    assertThat(broken(file -> file.getEnumTypeBuilder(0).getValueBuilder(1).setName("KIND_Z")))
        .containsExactly("value sample.v1.Kind#1 was \"KIND_A\" and is now \"KIND_Z\"");
  }

  @Test
  void aRemovedCallIsRed() {
    assertThat(broken(file -> file.getServiceBuilder(0).removeMethod(0)))
        .containsExactly(
            "call sample.v1.Readings.Get (\"sample.v1.Other -> sample.v1.Reading\") was removed");
  }

  @Test
  void changedStreamingIsRedOnBothSides() {
    assertThat(broken(file -> file.getServiceBuilder(0).getMethodBuilder(1).clearServerStreaming()))
        .singleElement()
        .asString()
        .contains("-> stream of sample.v1.Reading");
    assertThat(
            broken(file -> file.getServiceBuilder(0).getMethodBuilder(0).setClientStreaming(true)))
        .singleElement()
        .asString()
        .contains("stream of sample.v1.Other ->");
  }

  @Test
  void aCallWithAnotherRequestOrAnswerIsRed() {
    assertThat(
            broken(
                file ->
                    file.getServiceBuilder(0)
                        .getMethodBuilder(0)
                        .setOutputType(".sample.v1.Other")))
        .hasSize(1);
    assertThat(
            broken(
                file ->
                    file.getServiceBuilder(0)
                        .getMethodBuilder(0)
                        .setInputType(".sample.v1.Reading")))
        .hasSize(1);
  }

  @Test
  void aRemovedMessageIsRed() {
    assertThat(
            broken(
                file -> {
                  file.clearService();
                  file.removeMessageType(1);
                }))
        .contains("message sample.v1.Other (\"exists\") was removed");
  }

  @Test
  void factsSurviveBeingWrittenAndReadBack() {
    DescriptorFacts facts = facts(file -> {});
    assertThat(DescriptorFacts.parse(facts.lines())).isEqualTo(facts);
    assertThat(facts.facts())
        .containsEntry("field sample.v1.Reading#3", "repeated packed int32 marks, json marks");
  }

  private static List<String> broken(Consumer<FileDescriptorProto.Builder> change) {
    return facts(change).brokenFrom(facts(file -> {}));
  }

  private static DescriptorFacts facts(Consumer<FileDescriptorProto.Builder> change) {
    try {
      FileDescriptorProto.Builder file = FileDescriptorProto.newBuilder();
      TextFormat.merge(CONTRACT, file);
      change.accept(file);
      FileDescriptor built = FileDescriptor.buildFrom(file.build(), new FileDescriptor[0]);
      return DescriptorFacts.of(List.of(built));
    } catch (TextFormat.ParseException | DescriptorValidationException e) {
      throw new AssertionError("the sample contract is not valid", e);
    }
  }
}
