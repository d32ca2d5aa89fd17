package health.lifelong.analytics.ledger.client;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import health.lifelong.common.v1.ErrorReason;
import health.lifelong.platform.LifelongException;
import health.lifelong.profile.v1.CheckupView;
import health.lifelong.profile.v1.GetRecordResponse;
import health.lifelong.profile.v1.Observation;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Profile's answer as it is kept: what the engine reads of it, and no name, no document and none of
 * the sender's own words.
 */
final class KeptForm {
  private KeptForm() {}

  static byte[] bytes(GetRecordResponse response) {
    GetRecordResponse needed = needed(response);
    byte[] bytes = new byte[needed.getSerializedSize()];
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      out.useDeterministicSerialization();
      needed.writeTo(out);
      out.checkNoSpaceLeft();
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
  }

  static GetRecordResponse read(byte[] form) {
    try {
      return GetRecordResponse.parseFrom(form);
    } catch (InvalidProtocolBufferException e) {
      throw new LifelongException(ErrorReason.ERROR_REASON_INTERNAL, "a kept record is broken");
    }
  }

  private static GetRecordResponse needed(GetRecordResponse response) {
    GetRecordResponse.Builder needed = response.toBuilder().clearValidUntilTime();
    needed.getPersonBuilder().clearName().clearState();
    for (CheckupView.Builder view : needed.getCheckupsBuilderList()) {
      view.getCheckupBuilder().clearDocuments();
      for (Observation.Builder one : view.getCheckupBuilder().getObservationsBuilderList()) {
        one.clearRawCode().clearRawValue().clearRawUnit().clearPosition().clearDevice();
        one.clearReferenceRange().clearInterpretation().clearPanel();
      }
    }
    return needed.build();
  }
}
